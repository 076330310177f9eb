import QtQuick

// Everything that stands at one service window.
Rectangle {
    id: card

    required property var window
    required property list<var> keys
    required property list<var> faces

    implicitHeight: led.height + DockTheme.keysHeight + 3 * DockTheme.gap
    color: DockTheme.card
    radius: DockTheme.radius
    border.color: DockTheme.line
    border.width: DockTheme.hairline
    Accessible.role: Accessible.Grouping
    Accessible.name: window.name

    Column {
        id: title
        x: DockTheme.gap
        y: DockTheme.gapSmall
        width: DockTheme.titleWidth

        DockText {
            width: parent.width
            text: card.window.label
            font.pixelSize: DockTheme.huge
            font.bold: true
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: DockTheme.small
        }
        DockText {
            text: qsTr("号窗口")
            color: DockTheme.softInk
        }
    }

    Column {
        anchors.left: title.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: DockTheme.gap
        spacing: DockTheme.gapSmall
        visible: card.window.hasBoard

        FaultSwitch {
            objectName: "switch-led-mute-" + card.window.label
            width: DockTheme.titleWidth
            text: qsTr("屏不答")
            on: card.window.mute
            Accessible.name: card.window.name + " " + text
            onClicked: card.window.set_board_faults(!card.window.mute, card.window.nack)
        }
        FaultSwitch {
            objectName: "switch-led-nack-" + card.window.label
            width: DockTheme.titleWidth
            text: qsTr("屏拒收")
            on: card.window.nack
            Accessible.name: card.window.name + " " + text
            onClicked: card.window.set_board_faults(card.window.mute, !card.window.nack)
        }
    }

    Item {
        id: devices
        anchors.left: title.right
        anchors.leftMargin: DockTheme.gap
        anchors.right: parent.right
        anchors.rightMargin: DockTheme.gap
        anchors.top: parent.top
        anchors.topMargin: DockTheme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: DockTheme.gap

        LedBoard {
            id: led
            objectName: "led-" + card.window.label
            width: parent.width
            window: card.window
            visible: card.window.hasBoard
        }
        Keypad {
            id: keypad
            anchors.top: led.bottom
            anchors.topMargin: DockTheme.gap
            anchors.bottom: parent.bottom
            width: Math.round((parent.width - DockTheme.gap) * 0.51)
            window: card.window
            keys: card.keys
            visible: card.window.hasKeypad
        }
        Pad {
            objectName: "pad-" + card.window.label
            anchors.left: keypad.right
            anchors.leftMargin: DockTheme.gap
            anchors.right: parent.right
            anchors.top: keypad.top
            anchors.bottom: parent.bottom
            window: card.window
            faces: card.faces
            visible: card.window.hasPad
        }
    }
}
