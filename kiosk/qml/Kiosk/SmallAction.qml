import QtQuick
import Hall.Theme

// One of the further things a visit can begin with.
Touch {
    id: action

    required property string title
    required property string line
    required property string drawing

    readonly property bool full: height > heading.implicitHeight + more.implicitHeight + Theme.gapSmall

    text: title
    spoken: title + "，" + line
    // Beside others there may be no room for a drawing and large words.
    readonly property bool narrow: width < Theme.strong * 8

    implicitHeight: Math.max(Theme.target * 1.15, Theme.body * 2, heading.implicitHeight + Theme.gapSmall)

    contentItem: Item {
        Glyph {
            id: glyph
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: action.narrow ? Theme.gapSmall : Theme.gap
            visible: !action.narrow
            size: Theme.strong * 1.3
            path: action.drawing
            color: Theme.mark
            weight: 1.6
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: action.narrow ? parent.left : glyph.right
            anchors.leftMargin: action.narrow ? Theme.gapSmall : Theme.gap
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapSmall

            Words {
                id: heading
                width: parent.width
                text: action.title
                font.pixelSize: Theme.body
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Words {
                id: more
                visible: action.full
                width: parent.width
                text: action.line
                color: Theme.softInk
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
        }
    }
}
