import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The wall board. Landscape is designed 1920 × 1080; in portrait the pages stand below the calls.
Window {
    id: root

    required property QtObject board
    readonly property bool portrait: height > width

    visible: true
    color: Theme.night
    title: board.hallName

    Binding {
        target: Theme
        property: "unit"
        value: root.portrait ? Math.min(root.width / 1200, root.height / 2100)
                             : Math.min(root.width / 1920, root.height / 1080)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        BoardHeader {
            Layout.fillWidth: true
            board: root.board
            portrait: root.portrait
        }

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.gapLarge
            Layout.topMargin: Theme.gap
            Layout.bottomMargin: Theme.gap
            columns: root.portrait ? 1 : 2
            columnSpacing: Theme.gapLarge * 0.7
            rowSpacing: Theme.gap

            Calls {
                Layout.fillWidth: true
                Layout.fillHeight: true
                board: root.board
            }

            Pages {
                Layout.preferredWidth: root.portrait ? -1 : Theme.unit * 660
                Layout.preferredHeight: root.portrait ? Theme.unit * 840 : -1
                Layout.fillWidth: root.portrait
                Layout.fillHeight: !root.portrait
                board: root.board
            }
        }

        Notice {
            Layout.fillWidth: true
            visible: text.length > 0
            text: root.board.stale ? root.board.staleWords.since : root.board.notice
            label: root.board.stale ? root.board.staleWords.title : "温馨提示"
            alarm: root.board.stale
        }
    }

    Evacuation {
        objectName: "evacuation"
        anchors.fill: parent
        visible: root.board.evacuation.length > 0
        words: visible ? root.board.evacuation : ["", ""]
    }
}
