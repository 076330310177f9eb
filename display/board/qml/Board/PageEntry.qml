import QtQuick
import Hall.Theme

// One entry of a page: a mark in front, a line, smaller words under it.
Item {
    id: entry

    required property string mark
    required property string text
    required property string detail
    required property bool wide
    required property color accent

    readonly property real markWidth: wide ? Theme.unit * 112 : Theme.unit * 88

    implicitHeight: lines.implicitHeight

    Words {
        width: entry.markWidth
        y: main.y + main.baselineOffset - baselineOffset
        text: entry.mark
        color: entry.wide ? Theme.softInk : entry.accent
        font.pixelSize: entry.wide ? Theme.body : Theme.strong
        font.bold: !entry.wide
    }

    Column {
        id: lines
        x: entry.markWidth
        width: entry.width - entry.markWidth

        Words {
            id: main
            width: lines.width
            wrapMode: Text.Wrap
            lineHeight: 0.85
            text: entry.text
            font.pixelSize: entry.wide ? Theme.strong * 0.9 : Theme.body
            font.bold: true
        }

        Words {
            width: lines.width
            visible: text.length > 0
            wrapMode: Text.Wrap
            lineHeight: 0.85
            text: entry.detail
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }
}
