import QtQuick
import Hall.Theme

// A line of news: what was done, or in red, with a sign, what was not and what to do.
Rectangle {
    id: strip

    property string text
    property bool bad: false
    property bool framed: false

    color: bad ? Theme.stop : Theme.actionTint
    radius: framed ? Theme.radius * 0.7 : 0
    border.color: bad ? Theme.stop : Theme.border
    border.width: framed && !bad ? Theme.hairline : 0
    implicitHeight: words.implicitHeight + Theme.gapSmall * 2
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Glyph {
        id: sign
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        size: Theme.body * 1.2
        color: strip.bad ? Theme.card : Theme.mark
        path: strip.bad ? "M12 3l10 18H2zM12 10v5M12 18v.1" : "M4 13l5 5L20 6"
    }
    Words {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: sign.right
        anchors.leftMargin: Theme.gapSmall
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        text: strip.text
        color: strip.bad ? Theme.card : Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
}
