import QtQuick
import Hall.Theme

// 还在吗: the visit ends by itself so that nothing of it stays.
FocusScope {
    id: question

    required property var kiosk

    objectName: "still-there"

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }
    MouseArea {
        anchors.fill: parent
        onPressed: question.kiosk.presence.touched()
    }
    Plate {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.gap * 2, Theme.body * 24)
        height: column.implicitHeight + Theme.gapLarge * 2

        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - Theme.gap * 2
            spacing: Theme.gap

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("还在吗？")
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                text: qsTr("%n秒后回到首页", "", question.kiosk.presence.countdown)
            }
            Touch {
                objectName: "still-here"
                focus: true
                width: parent.width
                height: Math.max(Theme.target * 1.4, implicitHeight)
                fill: Theme.action
                fillPressed: Theme.actionPressed
                outline: Theme.action
                text: qsTr("再看一会儿")
                onClicked: question.kiosk.presence.touched()
                labelColor: Theme.actionInk
            }
        }
    }
}
