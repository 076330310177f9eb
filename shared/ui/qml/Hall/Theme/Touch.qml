import QtQuick
import QtQuick.Templates as T

// Anything that can be pressed, by finger, keys or assistive technology. Arrows and Tab lead to the
// next and the last control, on a keypad with few keys as on a keyboard.
T.AbstractButton {
    id: control

    property color fill: Theme.card
    property color fillPressed: Theme.pressed
    property color outline: Theme.border
    property real corner: Theme.radius
    property color labelColor: Theme.ink
    property real labelSize: Theme.body
    property int labelWeight: Font.Bold
    property string spoken: text
    // Whether it says what has become of it when it was pressed.
    property bool tells: false
    // Whether pressing it silences what is being said.
    property bool hushes: true
    readonly property ListView view: ListView.view

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    onSpokenChanged: if (tells && activeFocus)
        Qt.callLater(tell)
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.focusable: true
    Accessible.onPressAction: control.clicked()
    onPressed: {
        Hand.touched();
        if (hushes)
            Hand.acted();
    }
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Right:
        case Qt.Key_Down:
        case Qt.Key_Tab:
            control.lead(true);
            break;
        case Qt.Key_Left:
        case Qt.Key_Up:
        case Qt.Key_Backtab:
            control.lead(false);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Select:
        case Qt.Key_Space:
            // A key held down is one press.
            if (!event.isAutoRepeat) {
                if (hushes)
                    Hand.acted();
                control.clicked();
            }
            break;
        default:
            return;
        }
        event.accepted = true;
        Hand.keyed();
    }

    // Rows stand in the focus chain in the order they were made, and those out of sight not at all:
    // a list is gone through by index, and left at its ends.
    function lead(forward: bool) {
        const row = view ? view.indexAt(x, y) + (forward ? 1 : -1) : -1;
        if (view && row >= 0 && row < view.count) {
            take(view, row);
            return;
        }
        let next = nextItemInFocusChain(forward);
        while (view && next.view === view)
            next = next.nextItemInFocusChain(forward);
        if (next.view)
            take(next.view, forward ? 0 : next.view.count - 1);
        else
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    function tell() {
        Hand.told(spoken);
    }

    function take(list: ListView, row: int) {
        list.positionViewAtIndex(row, ListView.Contain);
        list.itemAtIndex(row).forceActiveFocus(Qt.TabFocusReason);
    }

    contentItem: Words {
        text: control.text
        color: control.labelColor
        font.pixelSize: control.labelSize
        font.weight: control.labelWeight
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        color: control.down ? control.fillPressed : control.fill
        radius: control.corner
        border.color: control.outline
        border.width: Theme.hairline

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.focusLine
            visible: control.visualFocus
            color: "transparent"
            radius: control.corner + Theme.focusLine
            border.color: Theme.focus
            border.width: Theme.focusLine

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.focusLine
                color: "transparent"
                radius: control.corner
                border.color: Theme.focusInner
                border.width: Theme.focusLine
            }
        }
    }
}
