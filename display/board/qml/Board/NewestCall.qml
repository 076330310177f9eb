import QtQuick
import Hall.Theme

// The number that is called now, as large as the room allows.
Rectangle {
    id: plate

    required property string number
    required property string window
    required property bool green
    required property bool again

    readonly property real size: Math.min(Theme.huge * 0.8, (height - tagRoom) * 0.8)
    readonly property real tagRoom: tagged ? Theme.small * 1.9 : 0
    readonly property bool tagged: green || again
    readonly property real pad: Theme.gapLarge * 0.85
    readonly property real windowRoom: width * 0.24

    radius: Theme.radius
    color: Theme.amber

    Row {
        x: plate.pad
        y: (digits.y - height) / 2
        spacing: Theme.gapSmall

        Tag {
            visible: plate.green
            text: "绿色通道"
            color: Theme.green
        }

        Tag {
            visible: plate.again
            text: "再次叫号"
            color: Theme.ink
        }
    }

    Digits {
        id: digits
        objectName: "newestNumber"
        x: plate.pad
        y: (plate.height - height) / 2 + plate.tagRoom * 0.4
        text: plate.number
        size: plate.size
        maximumWidth: place.x - arrow.width - 2 * Theme.gap - plate.pad
        color: Theme.ink
        bold: true
    }

    Glyph {
        id: arrow
        x: digits.x + digits.width + (place.x - digits.x - digits.width - width) / 2
        y: digits.y + (digits.height - height) / 2
        path: "M2 12h20M15 5l7 7-7 7"
        size: plate.size * 0.34
        weight: 2.2
    }

    Item {
        id: place
        x: plate.width - width - plate.pad
        y: digits.y + (digits.height - height) / 2
        width: plate.windowRoom
        height: windowDigits.height + unitWords.height + Theme.gapSmall

        Digits {
            id: windowDigits
            x: (place.width - width) / 2
            text: plate.window
            size: plate.size * 0.8
            maximumWidth: place.width
            color: Theme.ink
            bold: true
        }

        Words {
            id: unitWords
            x: (place.width - width) / 2
            y: windowDigits.height + Theme.gapSmall
            text: "号窗口"
            font.pixelSize: Math.min(Theme.title, plate.size * 0.23)
            font.bold: true
        }
    }
}
