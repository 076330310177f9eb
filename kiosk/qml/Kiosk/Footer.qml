import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Always in reach: back, and where a person helps.
Rectangle {
    id: footer

    required property var kiosk
    property bool canGoBack: true

    implicitHeight: Theme.target + Theme.gap
    color: Theme.card

    Rectangle {
        anchors.top: parent.top
        width: parent.width
        height: Theme.hairline
        color: Theme.border
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        spacing: Theme.gap

        Touch {
            objectName: "back"
            visible: footer.canGoBack
            Layout.preferredWidth: Theme.target * 2.6
            Layout.preferredHeight: Theme.target
            text: qsTr("返回")
            onClicked: footer.kiosk.back()
            contentItem: Row {
                spacing: Theme.gapSmall
                leftPadding: Theme.gap

                Glyph {
                    anchors.verticalCenter: parent.verticalCenter
                    path: "M20 12 L4 12 M10 6 L4 12 L10 18"
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("返回")
                    font.weight: Font.Medium
                }
            }
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: footer.canGoBack ? Text.AlignRight : Text.AlignHCenter
            text: qsTr("需要帮忙，请到%1").arg(footer.kiosk.desk)
            color: Theme.softInk
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
    }
}
