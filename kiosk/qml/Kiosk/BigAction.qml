import QtQuick
import Hall.Theme

// One of the two things people come for.
Touch {
    id: action

    required property string title
    required property list<string> lines
    required property string drawing

    text: title
    spoken: title + "，" + lines.join("，")
    corner: Theme.radiusLarge
    outline: fill

    contentItem: Item {
        Column {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.gapLarge
            anchors.right: glyph.left
            spacing: Theme.gapSmall

            Words {
                text: action.title
                color: Theme.actionInk
                font.pixelSize: Theme.hero
                font.weight: Font.Bold
            }
            Repeater {
                model: action.lines

                Words {
                    required property string modelData
                    text: modelData
                    color: Theme.actionInk
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
        Glyph {
            id: glyph
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapLarge
            size: Theme.hero * 1.7
            path: action.drawing
            color: Theme.actionInk
            weight: 1.3
        }
    }
}
