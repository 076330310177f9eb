import QtQuick

// A board in round dots; text wider than the board runs from right to left.
Rectangle {
    id: board

    required property var window
    readonly property string shownText: window.text
    readonly property int dot: Math.max(1, Math.floor((width - 4) / window.boardDots))
    readonly property bool scrolling: window.textDots > window.boardDots
    property int offset: 0
    property bool bright: true

    implicitHeight: window.boardRows * dot + 8
    color: DockTheme.board
    radius: 4
    Accessible.role: Accessible.StaticText
    Accessible.name: shownText
    onShownTextChanged: offset = 0
    onScrollingChanged: offset = 0

    Item {
        id: face
        anchors.centerIn: parent
        width: board.window.boardDots * board.dot
        height: board.window.boardRows * board.dot
        clip: true

        Image {
            source: board.window.hasBoard
                    ? "image://dock/unlit/" + board.window.boardDots + "x"
                      + board.window.boardRows + "/" + board.dot
                    : ""
            smooth: false
        }
        Image {
            x: -board.offset * board.dot
            source: board.window.hasBoard
                    ? "image://dock/lit/" + board.window.label + "/" + board.dot
                      + "/" + board.window.revision
                    : ""
            smooth: false
            cache: false
            visible: board.bright || !board.window.flashing
        }
    }

    Timer {
        interval: DockTheme.scrollMs
        running: board.scrolling
        repeat: true
        onTriggered: board.offset = board.offset < board.window.textDots
                     ? board.offset + 1 : -board.window.boardDots
    }
    Timer {
        interval: DockTheme.flashMs
        running: board.window.flashing
        repeat: true
        onTriggered: board.bright = !board.bright
    }
}
