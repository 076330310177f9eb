import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A page over the panel: its title, its own room, and the way back.
FocusScope {
    id: sheet

    property string title
    default property alias contents: room.data
    signal closed

    focus: true
    Component.onCompleted: Qt.callLater(enter)

    function enter() {
        back.forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    // What lies below is not pressed through the sheet.
    MouseArea {
        anchors.fill: parent
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap * 1.3
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Touch {
                id: back
                objectName: "close"
                text: qsTr("返回")
                labelSize: Theme.small
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                onClicked: sheet.closed()
            }
            Words {
                objectName: "title"
                Layout.fillWidth: true
                text: sheet.title
                font.pixelSize: Theme.strong
                font.weight: Font.Bold
                elide: Text.ElideRight
            }
        }
        ColumnLayout {
            id: room
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap
        }
    }
}
