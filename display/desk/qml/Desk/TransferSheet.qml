pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Where the ticket goes from here: another window, or a queue.
Sheet {
    id: sheet

    required property var desk
    required property var line

    property bool front: false

    title: qsTr("%1转到哪里").arg(desk.shown.number)

    Choice {
        objectName: "front"
        text: qsTr("排最前")
        line: qsTr("在那里第一个叫")
        value: sheet.front ? qsTr("开") : qsTr("关")
        checkable: true
        checked: sheet.front
        onClicked: sheet.front = !sheet.front
    }
    Scroll {
        Words {
            text: qsTr("窗口")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Repeater {
            model: sheet.line.windows

            Choice {
                required property var modelData

                objectName: "to-window-" + modelData.number
                text: qsTr("%1号窗口").arg(modelData.number)
                line: modelData.name
                onClicked: {
                    sheet.line.sendToWindow(modelData.number, sheet.front);
                    sheet.closed();
                }
            }
        }
        Words {
            text: qsTr("队列")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Repeater {
            model: sheet.line.queues

            Choice {
                required property var modelData

                objectName: "to-queue-" + modelData.letter
                text: modelData.letter + " " + modelData.name
                onClicked: {
                    sheet.line.sendToQueue(modelData.letter, sheet.front);
                    sheet.closed();
                }
            }
        }
    }
}
