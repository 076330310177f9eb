pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Large keys for a few signs; `erase` and `go` among them are words.
Grid {
    id: pad

    required property list<string> signs
    // How many columns at most, and how much height there is.
    required property int most
    required property real room
    required property bool busy
    required property bool ready
    required property string go

    readonly property real least: 12.8 * Theme.mm
    readonly property int fitting: Math.max(1, Math.floor((room + Theme.gapSmall) / (least + Theme.gapSmall)))
    readonly property int lanes: Math.ceil(signs.length / columns)
    readonly property real keyWidth: (width - Theme.gapSmall * (columns - 1)) / columns
    readonly property real keyHeight: Math.max(least, Math.min(Theme.target * 2, (room - Theme.gapSmall * (lanes - 1)) / lanes))

    signal picked(sign: string)
    signal erased
    signal done

    columns: Math.min(most, Math.max(3, Math.ceil(signs.length / fitting) + (most > 3 ? 1 : 0)))
    spacing: Theme.gapSmall

    Repeater {
        model: pad.signs

        Touch {
            id: key

            required property string modelData
            readonly property bool last: modelData === "go"
            readonly property bool word: modelData.length > 1

            objectName: "sign-" + modelData
            width: pad.keyWidth
            height: pad.keyHeight
            padding: 0
            enabled: !pad.busy && (!last || pad.ready)
            text: last ? pad.go : word ? qsTr("删除") : modelData
            fill: last && enabled ? Theme.action : Theme.card
            fillPressed: last ? Theme.actionPressed : Theme.pressed
            outline: enabled ? Theme.border : Theme.line
            labelColor: last && enabled ? Theme.actionInk : Theme.ink
            labelSize: word ? Theme.body : Theme.strong
            labelWeight: word ? Font.Bold : Font.Medium
            onClicked: {
                if (last)
                    pad.done();
                else if (word)
                    pad.erased();
                else
                    pad.picked(modelData);
            }
        }
    }
}
