import QtQuick

// A switch for a fault: red with a filled mark while it is on.
DockButton {
    id: control

    required property bool on

    fill: on ? DockTheme.stop : DockTheme.card
    fillPressed: DockTheme.actionTint
    ink: on ? DockTheme.stopInk : DockTheme.ink
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    contentItem: Item {
        Rectangle {
            id: mark
            x: DockTheme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            width: DockTheme.small
            height: width
            radius: width / 2
            color: control.on ? DockTheme.stopInk : "transparent"
            border.color: control.on ? DockTheme.stopInk : DockTheme.border
            border.width: 2
        }
        DockText {
            anchors.left: mark.right
            anchors.leftMargin: DockTheme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            color: control.ink
            font.pixelSize: DockTheme.small
        }
    }
}
