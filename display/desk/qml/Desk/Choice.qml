import QtQuick
import QtQuick.Layouts
import Hall.Theme

// One of several things to choose, or a switch: word left, state right.
Touch {
    id: choice

    property string line
    property string value

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.gapSmall * 2)
    spoken: [text, line, value].filter(part => part !== "").join(" ")

    contentItem: RowLayout {
        spacing: Theme.gap

        ColumnLayout {
            id: words
            Layout.leftMargin: Theme.gap
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: choice.text
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: choice.line
                color: Theme.softInk
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
        }
        Words {
            Layout.rightMargin: Theme.gap
            visible: text !== ""
            text: choice.value
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }
}
