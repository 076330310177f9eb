pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// What the hall makes public, page after page.
Rectangle {
    id: panel

    required property QtObject board
    readonly property var page: board.page
    readonly property real pad: Theme.gapLarge * 0.85
    readonly property color accent: page.green ? Theme.green : Theme.ink

    objectName: "pages"
    radius: Theme.radius
    color: Theme.paper

    Words {
        id: kicker
        x: panel.pad
        y: panel.pad * 0.8
        text: panel.page.kicker
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Words {
        x: panel.width - width - panel.pad
        y: kicker.y
        text: panel.page.part
        color: Theme.softInk
        font.pixelSize: Theme.small
    }

    Words {
        id: title
        x: panel.pad
        y: kicker.y + kicker.height
        text: panel.page.title
        color: panel.accent
        font.pixelSize: Theme.title
        font.bold: true
    }

    Item {
        id: body
        x: panel.pad
        y: title.y + title.height + Theme.gapSmall
        width: panel.width - 2 * panel.pad
        height: dots.y - y - Theme.gapSmall

        Column {
            id: entries
            width: body.width
            spacing: Theme.gap
            scale: Math.min(1, body.height / Math.max(1, implicitHeight))
            transformOrigin: Item.TopLeft

            Repeater {
                model: panel.page.entries

                PageEntry {
                    required property var modelData
                    width: entries.width
                    mark: modelData.mark
                    text: modelData.text
                    detail: modelData.detail
                    wide: panel.page.wide_marks
                    accent: panel.page.green ? Theme.green : Theme.action
                }
            }
        }
    }

    Row {
        id: dots
        x: panel.pad
        y: panel.height - height - panel.pad * 0.8
        spacing: Theme.gapSmall
        visible: panel.board.pageCount > 1

        Repeater {
            model: panel.board.pageCount

            Rectangle {
                required property int index
                readonly property bool current: index === panel.board.pageIndex
                height: Theme.gapSmall * 1.3
                width: current ? height * 3 : height
                radius: height / 2
                color: current ? Theme.action : Theme.line
            }
        }
    }
}
