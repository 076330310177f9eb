import QtQuick
import Hall.Theme

// Hall, who waits, date and time.
Rectangle {
    id: header

    required property QtObject board
    required property bool portrait

    readonly property real line: Theme.unit * 120
    readonly property real room: width - 2 * Theme.gapLarge - clock.width - 2 * Theme.gapLarge

    implicitHeight: portrait ? line * 1.7 : line
    color: board.stale ? Theme.stop : Theme.nightDeep

    Words {
        id: name
        x: Theme.gapLarge
        height: header.line
        width: Math.min(implicitWidth, header.portrait ? header.room + Theme.gapLarge
                                                       : header.room * 0.55)
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 8
        text: header.board.hallName
        color: Theme.nightInk
        font.pixelSize: Theme.strong * 1.1
        font.bold: true
    }

    TextMetrics {
        id: oneLine
        text: waiting.text
        font.family: Theme.family
        font.pixelSize: Theme.body * 1.1
    }

    Words {
        id: waiting
        objectName: "waiting"
        x: header.portrait ? Theme.gapLarge : name.x + name.width + Theme.gapLarge
        y: header.portrait ? header.line * 0.82 : 0
        width: header.portrait ? header.width - 2 * Theme.gapLarge
                               : clock.x - x - Theme.gapLarge
        height: header.portrait ? header.line * 0.8 : header.line
        horizontalAlignment: header.portrait ? Text.AlignLeft : Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        fontSizeMode: Text.Fit
        minimumPixelSize: 8
        lineHeight: 0.9
        text: header.board.waiting
        color: header.board.stale ? Theme.nightInk : Theme.nightSoft
        font.pixelSize: oneLine.advanceWidth < width ? Theme.body * 1.1 : Theme.small
    }

    Words {
        id: clock
        objectName: "clock"
        x: header.width - width - Theme.gapLarge
        height: header.line
        verticalAlignment: Text.AlignVCenter
        text: header.board.clock
        color: Theme.nightInk
        font.pixelSize: Theme.title * 0.92
    }
}
