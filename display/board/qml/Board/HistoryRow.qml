import QtQuick
import Hall.Theme

// An earlier call.
Item {
    id: row

    required property string number
    required property string window
    required property bool green
    required property bool old
    required property bool last

    opacity: old ? 0.75 : 1

    readonly property real size: Math.min(Theme.huge * 0.39, height * 0.92)
    readonly property color ink: old ? Theme.nightSoft : Theme.nightInk

    Digits {
        id: digits
        x: Theme.gapLarge * 0.85
        anchors.verticalCenter: parent.verticalCenter
        text: row.number
        size: row.size
        maximumWidth: row.width * 0.42
        color: row.green ? Theme.nightGreen : row.ink
        bold: !row.old
    }

    Words {
        visible: row.green
        x: digits.x + digits.width + Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: "绿色\n通道"
        lineHeight: 0.85
        color: Theme.nightGreen
        font.pixelSize: Math.min(Theme.small, row.height * 0.26)
    }

    Glyph {
        x: row.width * 0.6
        anchors.verticalCenter: parent.verticalCenter
        path: "M2 12h20M15 5l7 7-7 7"
        size: row.size * 0.42
        weight: 1.8
        color: Theme.nightSoft
    }

    Digits {
        id: windowDigits
        x: unitWords.x - width - Theme.gapSmall
        y: digits.y + digits.height - height
        text: row.window
        size: row.size
        maximumWidth: row.width * 0.2
        color: row.ink
        bold: !row.old
    }

    Words {
        id: unitWords
        x: row.width - width - Theme.gapLarge * 0.85
        y: digits.y + digits.height - baselineOffset
        text: "号窗口"
        color: Theme.nightSoft
        font.pixelSize: Math.min(Theme.strong, row.size * 0.4)
    }

    Rectangle {
        visible: !row.last
        width: parent.width
        height: Theme.hairline
        anchors.bottom: parent.bottom
        color: Theme.nightLine
    }
}
