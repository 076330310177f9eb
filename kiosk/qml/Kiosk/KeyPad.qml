pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Our own letters: the first letters of pinyin find everything.
Rectangle {
    id: pad

    required property var kiosk

    readonly property list<string> lines: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property real keyWidth: (width - Theme.gap * 2 - Theme.gapSmall * 9) / 10

    implicitHeight: keys.implicitHeight + Theme.gap * 2
    color: Theme.keyboard

    component Key: Touch {
        id: key

        property string letter: ""

        objectName: "key-" + (letter === "" ? text : letter)
        width: pad.keyWidth
        height: Math.max(Theme.target * 1.15, Math.min(pad.height / 4, pad.keyWidth * 1.25))
        corner: Theme.radius * 0.6
        outline: Theme.line
        text: letter
        onClicked: if (letter !== "")
            pad.kiosk.typeLetter(letter)
        labelSize: letter === "" ? Theme.body : Theme.strong
        labelWeight: Font.Medium
    }

    Column {
        id: keys
        anchors.centerIn: parent
        spacing: Theme.gapSmall * 1.4

        Repeater {
            model: pad.lines

            Row {
                id: line

                required property string modelData
                required property int index

                anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
                spacing: Theme.gapSmall

                Key {
                    objectName: "key-clear"
                    visible: line.index === 2
                    width: pad.keyWidth * 1.4
                    text: qsTr("清空")
                    onClicked: pad.kiosk.clear()
                }
                Repeater {
                    model: line.modelData.length

                    Key {
                        required property int index
                        letter: line.modelData.charAt(index)
                    }
                }
                Key {
                    objectName: "key-erase"
                    visible: line.index === 2
                    width: pad.keyWidth * 1.4
                    text: qsTr("删除")
                    onClicked: pad.kiosk.erase()
                }
            }
        }
    }
}
