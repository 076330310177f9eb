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

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.focusable: true
    Accessible.onPressAction: control.clicked()
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
            // A key held down is one press.
            if (!event.isAutoRepeat)
                control.clicked();
            break;
        default:
            return;
        }
        event.accepted = true;
        Hand.keyed();
    }

    function lead(forward: bool) {
        const list = control.ListView.view;
        const row = list ? list.indexAt(control.x, control.y) + (forward ? 1 : -1) : -1;
        if (list && row >= 0 && row < list.count) {
            list.positionViewAtIndex(row, ListView.Contain);
            list.itemAtIndex(row).forceActiveFocus(Qt.TabFocusReason);
            return;
        }
        const next = control.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
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
