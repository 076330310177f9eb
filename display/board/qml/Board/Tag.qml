import QtQuick
import Hall.Theme

// A short word on a fill of its own.
Rectangle {
    id: tag

    required property string text
    property color ink: Theme.actionInk
    property real size: Theme.small

    implicitWidth: words.implicitWidth + size * 1.2
    implicitHeight: size * 1.6
    radius: height / 2

    Words {
        id: words
        anchors.centerIn: parent
        text: tag.text
        color: tag.ink
        font.pixelSize: tag.size
        font.bold: true
    }
}
