import QtQuick

// Text of the dock: one family, digits of equal width.
Text {
    color: DockTheme.ink
    font.family: DockTheme.family
    font.pixelSize: DockTheme.body
    font.features: { "tnum": 1 }
    textFormat: Text.PlainText
    renderType: Text.QtRendering
}
