pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Our own letters: the first letters of pinyin find everything.
Rectangle {
    id: pad

    required property var items

    // Whether 清空 and 删除 have a row of their own.
    required property bool ownRow

    property string aloud: qsTr("字母键盘，输入拼音首字母")
    readonly property int rows: ownRow ? 4 : 3
    readonly property list<string> lines: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property real leastKey: 12.8 * Theme.mm
    readonly property real leastWidth: leastKey * 10 + Theme.gapSmall * 11
    readonly property real keyWidth: (width - Theme.gapSmall * 11) / 10
    readonly property real keyHeight: Math.max(leastKey, Theme.strong * 1.35, Math.min(keyWidth * 1.25, (height - Theme.gapSmall * (rows + 1)) / rows))

    implicitHeight: Math.max(leastKey, keyWidth * 1.1, Theme.strong * 1.35) * rows + Theme.gapSmall * (rows + 2)
    color: Theme.keyboard

    component Key: Touch {
        id: key

        property string letter: ""

        objectName: "key-" + letter
        width: pad.keyWidth
        height: pad.keyHeight
        padding: 0
        corner: Theme.radius * 0.6
        text: letter
        onClicked: if (letter !== "")
            pad.items.typeLetter(letter)
        labelSize: letter === "" ? Theme.small : Theme.strong
        labelWeight: Font.Medium
    }

    Column {
        id: keys
        anchors.centerIn: parent
        spacing: Theme.gapSmall

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
                    visible: line.index === 2 && !pad.ownRow
                    width: pad.keyWidth * 1.5
                    text: qsTr("清空")
                    onClicked: pad.items.clear()
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
                    visible: line.index === 2 && !pad.ownRow
                    width: pad.keyWidth * 1.5
                    text: qsTr("删除")
                    onClicked: pad.items.erase()
                }
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: pad.ownRow
            spacing: Theme.gapSmall

            Key {
                objectName: "key-clear"
                width: pad.keyWidth * 4.5
                text: qsTr("清空")
                onClicked: pad.items.clear()
            }
            Key {
                objectName: "key-erase"
                width: pad.keyWidth * 4.5
                text: qsTr("删除")
                onClicked: pad.items.erase()
            }
        }
    }
}
