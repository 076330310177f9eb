import QtQuick
import QtQuick.Templates as T

// Anything that can be pressed, by finger, keys or assistive technology.
T.AbstractButton {
    id: control

    property color fill: Theme.card
    property color fillPressed: Theme.actionTint
    property color outline: Theme.border
    property real corner: Theme.radius
    property color labelColor: Theme.ink
    property real labelSize: Theme.body
    property int labelWeight: Font.Bold
    property string spoken: text

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: control.clicked()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Words {
        text: control.text
        color: control.labelColor
        font.pixelSize: control.labelSize
        font.weight: control.labelWeight
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        color: control.down ? control.fillPressed : control.fill
        radius: control.corner
        border.color: control.visualFocus ? Theme.amber : control.outline
        border.width: control.visualFocus ? Theme.focusLine : Theme.hairline
    }
}
