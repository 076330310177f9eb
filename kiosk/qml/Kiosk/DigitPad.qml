pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Digits as on a telephone; in a low room in two rows.
Rectangle {
    id: pad

    signal digit(digit: string)
    signal erase
    signal clear

    readonly property int columns: height < leastKey * 4 + Theme.gapSmall * 5 ? 6 : 3
    readonly property int rows: 12 / columns
    readonly property real leastKey: Math.max(12.8 * Theme.mm, Theme.strong * 1.35)
    readonly property real keyWidth: (width - Theme.gapSmall * (columns + 1)) / columns
    readonly property real keyHeight: Math.max(leastKey, Math.min(keyWidth, (height - Theme.gapSmall * (rows + 1)) / rows))
    readonly property list<string> keys: columns === 3 ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"] : ["1", "2", "3", "4", "5", "clear", "6", "7", "8", "9", "0", "erase"]

    implicitHeight: leastKey * 2 + Theme.gapSmall * 3
    color: Theme.keyboard

    Grid {
        anchors.centerIn: parent
        columns: pad.columns
        spacing: Theme.gapSmall

        Repeater {
            model: pad.keys

            Touch {
                id: key

                required property string modelData
                readonly property bool isDigit: modelData.length === 1

                objectName: "digit-" + modelData
                width: pad.keyWidth
                height: pad.keyHeight
                padding: 0
                corner: Theme.radius * 0.6
                labelSize: isDigit ? Theme.strong : Theme.small
                labelWeight: Font.Medium
                text: isDigit ? modelData : modelData === "clear" ? qsTr("清空") : qsTr("删除")
                onClicked: isDigit ? pad.digit(modelData) : modelData === "clear" ? pad.clear() : pad.erase()
            }
        }
    }
}
