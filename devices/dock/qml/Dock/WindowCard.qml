import QtQuick

// Everything that stands at one service window.
Rectangle {
    id: card

    required property var window
    required property list<var> keys

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

        FaultsButton {
            width: DockTheme.titleWidth
            text: qsTr("屏故障")
            faults: card.window.boardFaults
            visible: card.window.hasBoard
        }
        FaultsButton {
            width: DockTheme.titleWidth
            text: qsTr("评价故障")
            faults: card.window.padFaults
            visible: card.window.padFaults.faults.length > 0
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
            visible: card.window.hasPad
        }
    }
}
