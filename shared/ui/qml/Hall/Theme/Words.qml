import QtQuick
import QtQuick.Templates as T

// Text in the hall's type: one family, digits of equal width. It can be read aloud by itself,
// unless it stands on a control, which speaks for it.
Text {
    id: words

    property bool onControl: false

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.features: { "tnum": 1 }
    textFormat: Text.PlainText
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: textFormat === Text.PlainText ? text : text.replace(/<[^>]*>/g, "")
    Accessible.ignored: onControl || text === ""

    Component.onCompleted: {
        for (let above = parent; above; above = above.parent)
            if (above instanceof T.AbstractButton)
                onControl = true;
    }
}
