import QtQuick

// Text in the hall's type: one family, digits of equal width.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.features: { "tnum": 1 }
    textFormat: Text.PlainText
    renderType: Text.QtRendering
}
