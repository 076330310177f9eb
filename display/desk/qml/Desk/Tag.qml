import QtQuick
import Hall.Theme

// A class said in a word on a colour.
Rectangle {
    id: tag

    property string text
    property bool green: false

    implicitWidth: words.implicitWidth + Theme.gapSmall * 2
    implicitHeight: words.implicitHeight + Theme.gapSmall * 0.5
    radius: Theme.radius * 0.5
    color: green ? Theme.green : Theme.card
    border.color: green ? Theme.green : Theme.border
    border.width: Theme.hairline

    Words {
        id: words
        anchors.centerIn: parent
        text: tag.text
        color: tag.green ? Theme.greenInk : Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.Medium
    }
}
