import QtQuick
import Hall.Theme

// Big letters and digits whose box is the height of the digits themselves, so that they can be
// centred and stood on a common line; they shrink when they would be wider than `maximumWidth`.
Item {
    id: digits

    required property string text
    property real size: Theme.title
    property real maximumWidth: Infinity
    property color color: Theme.nightInk
    property bool bold: false

    readonly property real shrink: Math.min(1, maximumWidth / Math.max(1, natural.advanceWidth))

    implicitWidth: natural.advanceWidth * shrink
    implicitHeight: size * shrink * 0.733

    TextMetrics {
        id: natural
        text: digits.text
        font.family: Theme.family
        font.pixelSize: Math.max(1, digits.size)
        font.bold: digits.bold
        font.features: { "tnum": 1 }
    }

    Words {
        y: digits.height - baselineOffset
        text: digits.text
        color: digits.color
        font.pixelSize: Math.max(1, digits.size * digits.shrink)
        font.bold: digits.bold
    }
}
