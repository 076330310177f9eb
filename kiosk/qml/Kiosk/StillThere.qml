import QtQuick
import Hall.Theme

// 还在吗: the visit ends by itself so that nothing of it stays.
Item {
    id: question

    required property var kiosk

    objectName: "still-there"

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }
    MouseArea {
        anchors.fill: parent
        onPressed: question.kiosk.touched()
    }
    Plate {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.gapLarge * 2, 860 * Theme.unit)
        height: column.implicitHeight + Theme.gapLarge * 2

        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - Theme.gapLarge * 2
            spacing: Theme.gap

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("还在吗？")
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                text: qsTr("%1秒后回到首页").arg(question.kiosk.countdown)
            }
            Touch {
                objectName: "still-here"
                width: parent.width
                height: Theme.target * 1.4
                fill: Theme.action
                fillPressed: Theme.actionPressed
                outline: Theme.action
                text: qsTr("再看一会儿")
                onClicked: question.kiosk.touched()
                labelColor: Theme.actionInk
            }
        }
    }
}
