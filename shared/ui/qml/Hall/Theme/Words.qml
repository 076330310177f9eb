import QtQuick
import QtQuick.Templates as T

// Text in the hall's type: one family, digits of equal width. It can be read aloud by itself,
// unless it stands on a control, which speaks for it.
Text {
    id: words

    property bool onControl: false
    // What is read when the page is read, and at once when it changes while `live`; "" for nothing.
    property string aloud: onControl ? "" : Accessible.name
    property bool live: false

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.features: { "tnum": 1 }
    textFormat: Text.PlainText
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: textFormat === Text.PlainText ? text : text.replace(/<[^>]*>/g, "")
    Accessible.ignored: onControl || text === ""

    onAloudChanged: if (live && aloud !== "")
        Qt.callLater(tell)

    function tell() {
        Hand.told(aloud);
    }

    Component.onCompleted: {
        for (let above = parent; above; above = above.parent)
            if (above instanceof T.AbstractButton)
                onControl = true;
    }
}
