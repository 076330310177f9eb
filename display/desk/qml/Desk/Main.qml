pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Hall.Theme

// The desk panel: small, beside other work; the ticket above, the next one big, who waits below.
Window {
    id: root

    required property var desk
    required property var line
    required property var settings

    property string sheet: ""
    readonly property bool free: sheet === ""

    width: 440
    height: 760
    minimumWidth: 340
    minimumHeight: 600
    visible: true
    color: Theme.paper
    title: qsTr("%1号窗口 · %2").arg(desk.window).arg(desk.windowName)
    flags: settings.pinned ? Qt.Window | Qt.WindowStaysOnTopHint : Qt.Window

    function press(verb: string) {
        if (settings.keys && free)
            desk.press(verb);
    }

    Binding {
        target: Theme
        property: "unit"
        value: Math.min(root.width / 960, root.height / 1660)
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.settings.contrast
    }

    // Always taken, even while it does nothing: else Ctrl+Enter would press whatever has the focus.
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        autoRepeat: false
        onActivated: root.press("next")
    }
    Shortcut {
        sequence: "Escape"
        enabled: !root.free
        onActivated: root.sheet = ""
    }
    Instantiator {
        model: [["R", "recall"], ["N", "no_show"], ["P", "park"], ["E", "rate"], ["F", "finish"], ["S", "start"]]
        delegate: Shortcut {
            required property var modelData

            sequence: modelData[0]
            autoRepeat: false
            enabled: root.settings.keys && root.free
            onActivated: root.press(modelData[1])
        }
    }
    Shortcut {
        sequence: "T"
        autoRepeat: false
        enabled: root.settings.keys && root.free && root.desk.can.transfer
        onActivated: root.sheet = "Transfer"
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        enabled: root.free

        DeskHeader {
            Layout.fillWidth: true
            desk: root.desk
            onSettingsWanted: root.sheet = "Settings"
        }
        Strip {
            objectName: "lost"
            Layout.fillWidth: true
            visible: !root.desk.live
            bad: true
            text: qsTr("连接中断，下面可能是旧的。请用叫号器，并告诉值班管理员")
        }
        NowCard {
            Layout.fillWidth: true
            desk: root.desk
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.gap * 1.3
            spacing: Theme.gap

            NextButton {
                objectName: "next"
                Layout.fillWidth: true
                desk: root.desk
                keys: root.settings.keys
                onClicked: root.desk.press("next")
            }
            ActionKeys {
                Layout.fillWidth: true
                desk: root.desk
                letters: root.settings.keys
                onTransferWanted: root.sheet = "Transfer"
            }
            Lists {
                Layout.fillWidth: true
                Layout.fillHeight: true
                desk: root.desk
                onChosen: (number, list) => {
                    root.chosen = { number: number, list: list };
                    root.sheet = "Ticket";
                }
            }
        }
    }

    property var chosen: ({ number: "", list: "" })

    // Known from the beginning, not looked up in files when they are wanted: Qt reads files on a
    // thread that may need Python, which whoever waits for it may hold.
    readonly property var sheets: ({ Transfer: transfer, Ticket: ticket, Settings: preferences })

    Component {
        id: transfer
        TransferSheet {
            desk: root.desk
            line: root.line
            onClosed: root.sheet = ""
        }
    }
    Component {
        id: ticket
        TicketSheet {
            line: root.line
            chosen: root.chosen
            onClosed: root.sheet = ""
        }
    }
    Component {
        id: preferences
        SettingsSheet {
            settings: root.settings
            onClosed: root.sheet = ""
        }
    }
    // Over the list, not between the keys: nothing moves under the hand.
    Strip {
        objectName: "answer"
        z: 1
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        visible: text !== ""
        bad: root.desk.answer.bad
        text: root.desk.answer.text
        framed: true
    }
    Loader {
        anchors.fill: parent
        focus: !root.free
        sourceComponent: root.free ? null : root.sheets[root.sheet]
    }
}
