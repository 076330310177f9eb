pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Large keys for a number: digits in threes as on a telephone, or the letters it may begin with.
Grid {
    id: pad

    property string letters: ""
    property bool busy: false

    signal typed(string sign)
    signal erased()

    readonly property real least: 12.8 * Theme.mm
    readonly property var signs: letters !== "" ? letters.split("") : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase"]
    readonly property int lines: Math.ceil(signs.length / columns)
    readonly property real keyWidth: Math.floor((width - spacing * (columns - 1)) / columns)
    readonly property real keyHeight: Math.max(least, Math.min(Theme.target * 2.6, (height - spacing * (lines - 1)) / lines))

    columns: letters !== "" ? 5 : 3
    spacing: Theme.gapSmall

    Repeater {
        model: pad.signs

        Item {
            id: place

            required property string modelData

            width: pad.keyWidth
            height: pad.keyHeight

            Touch {
                anchors.fill: parent
                objectName: "sign-" + place.modelData
                visible: place.modelData !== ""
                padding: 0
                enabled: !pad.busy
                text: place.modelData === "erase" ? qsTr("删除") : place.modelData
                labelSize: place.modelData === "erase" ? Theme.body : Theme.title
                labelWeight: Font.Medium
                onClicked: place.modelData === "erase" ? pad.erased() : pad.typed(place.modelData)
            }
        }
    }
}
