import QtQuick
import Hall.Theme

// One of the two things people come for.
Touch {
    id: action

    required property string title
    required property list<string> lines
    required property string drawing
    property color ink: Theme.actionInk

    // The title as large as its room lets it be.
    readonly property real room: width - Theme.gapLarge * 2 - (roomy ? glyph.width + Theme.gap : 0)
    readonly property bool roomy: width > Theme.body * 13 && height > Theme.body * 4.5
    readonly property bool full: height > heading.implicitHeight + column.spacing + more.implicitHeight + Theme.gapSmall

    TextMetrics {
        id: natural
        font.family: Theme.family
        font.pixelSize: Theme.hero
        font.weight: Font.Bold
        text: action.title
    }

    text: title
    spoken: title + "，" + lines.join("，")
    corner: Theme.radiusLarge
    outline: fill

    contentItem: Item {
        Column {
            id: column
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.gapLarge
            width: action.room
            spacing: action.height > Theme.body * 8 ? Theme.gapSmall : 0

            Words {
                id: heading
                width: parent.width
                text: action.title
                color: action.ink
                font.pixelSize: action.height > Theme.body * 6 ? Math.max(Theme.title, Math.min(Theme.hero, Math.floor(Theme.hero * action.room / natural.advanceWidth))) : Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Words {
                id: more
                visible: action.full
                width: parent.width
                text: action.lines.join("\n")
                color: action.ink
                wrapMode: Text.Wrap
            }
        }
        Glyph {
            id: glyph
            visible: action.roomy
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapLarge
            size: Math.min(Theme.hero * 1.5, action.height * 0.6)
            path: action.drawing
            color: action.ink
            weight: 1.3
        }
    }
}
