import QtQuick
import Hall.Theme

// Words around a number that counts.
Row {
    id: figure

    required property string before
    required property int value
    required property string after
    property real size: Theme.body

    spacing: Theme.gapSmall

    Words {
        anchors.baseline: number.baseline
        text: figure.before
        font.pixelSize: figure.size
    }
    Words {
        id: number
        text: figure.value
        font.pixelSize: figure.size * 1.35
        font.weight: Font.Bold
    }
    Words {
        anchors.baseline: number.baseline
        text: figure.after
        font.pixelSize: figure.size
    }
}
