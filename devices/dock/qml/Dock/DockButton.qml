import QtQuick
import QtQuick.Templates as T

// A key of a device, by finger, mouse, keyboard or assistive technology.
T.AbstractButton {
    id: control

    property color fill: DockTheme.card
    property color fillPressed: DockTheme.actionTint
    property color ink: DockTheme.ink

    focusPolicy: Qt.StrongFocus
    implicitHeight: DockTheme.target
    implicitWidth: DockTheme.target
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        color: control.down ? control.fillPressed : control.fill
        radius: DockTheme.radiusSmall
        border.color: control.visualFocus ? DockTheme.amber : DockTheme.border
        border.width: control.visualFocus ? DockTheme.focusLine : DockTheme.hairline
    }

    contentItem: DockText {
        text: control.text
        color: control.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
