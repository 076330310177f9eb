pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// How many are before, how long it may take, and for what. No layouts here: a text that fits its
// size to its room, in a layout that fits its room to the text, goes round for ever.
Plate {
    id: facts

    required property var kiosk

    readonly property bool named: kiosk.service !== ""
    readonly property real room: width - Theme.gap * 2 - (Theme.gap * 2 + Theme.hairline) * (named ? 2 : 1)
    readonly property real share: room / (named ? 4.3 : 2.5)
    readonly property real high: Math.max(ahead.needed, wait.needed, named ? service.needed : 0)

    implicitHeight: high + Theme.gap * 2

    component Cell: Item {
        id: cell

        required property string label
        required property string value
        property real size: Theme.strong
        property bool wraps: false

        readonly property real needed: title.implicitHeight + Theme.gapSmall * 0.5 + words.implicitHeight

        height: facts.high

        Words {
            id: title
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: cell.label
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Words {
            id: words
            anchors.top: title.bottom
            anchors.topMargin: Theme.gapSmall * 0.5
            anchors.bottom: parent.bottom
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: cell.value
            font.pixelSize: cell.size
            font.weight: Font.Bold
            wrapMode: cell.wraps ? Text.Wrap : Text.NoWrap
            fontSizeMode: cell.wraps ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.small * 0.8
        }
    }
    component Divider: Rectangle {
        width: Theme.hairline
        height: facts.high
        color: Theme.line
    }

    Row {
        x: Theme.gap
        y: Theme.gap
        spacing: Theme.gap

        Cell {
            id: ahead
            width: facts.share
            label: qsTr("前面还有")
            value: qsTr("%1 人").arg(facts.kiosk.ahead)
        }
        Divider {}
        Cell {
            id: wait
            width: facts.share * 1.5
            label: qsTr("大约等待")
            value: facts.kiosk.wait !== "" ? facts.kiosk.wait : qsTr("请问咨询台")
        }
        Divider {
            visible: facts.named
        }
        Cell {
            id: service
            visible: facts.named
            width: facts.share * 1.8
            size: value.length > 14 ? Theme.small : Theme.body
            wraps: true
            label: qsTr("办理事项")
            value: facts.kiosk.service
        }
    }
}
