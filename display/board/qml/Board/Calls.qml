pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// The newest call as a plate, the earlier ones below it.
Item {
    id: calls

    required property QtObject board

    readonly property int rows: board.historyRows
    readonly property real rowHeight: (height - Theme.gapSmall) / (rows + 2.7)
    readonly property real plateHeight: height - Theme.gapSmall - rows * rowHeight

    NewestCall {
        objectName: "newest"
        width: calls.width
        height: calls.plateHeight
        visible: calls.board.number.length > 0
        number: calls.board.number
        window: calls.board.window
        green: calls.board.green
        again: calls.board.again

        Connections {
            target: calls.board
            function onCalled() { flash.restart() }
        }

        // Three times dark and bright; the plate ends as it began.
        SequentialAnimation on opacity {
            id: flash
            objectName: "flash"
            running: false
            loops: 3
            NumberAnimation { to: 0.12; duration: Theme.flashMs / 2 }
            NumberAnimation { to: 1; duration: Theme.flashMs / 2 }
        }
    }

    Empty {
        objectName: "empty"
        width: calls.width
        height: calls.height
        visible: !calls.board.stale && calls.board.number.length === 0
    }

    Stale {
        objectName: "stale"
        width: calls.width
        height: calls.plateHeight
        visible: calls.board.stale
        words: calls.board.staleWords
    }

    Column {
        id: list
        objectName: "history"
        y: calls.plateHeight + Theme.gapSmall
        width: calls.width

        readonly property int count: earlier.count

        Repeater {
            id: earlier
            model: calls.board.history

            HistoryRow {
                required property var modelData
                required property int index
                objectName: "row" + index
                width: list.width
                height: calls.rowHeight
                number: modelData.number
                window: modelData.window
                green: modelData.green
                old: calls.board.stale
                last: index === earlier.count - 1
            }
        }
    }
}
