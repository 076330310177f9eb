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
    required property var post
    required property var cases
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

    // Back from a sheet to where it came from; nothing of a case stays behind.
    function close() {
        if (sheet === "Case" || sheet === "Form")
            cases.leave();
        sheet = sheet === "Case" || sheet === "Form" || sheet === "Registers" ? "Cases" : "";
    }

    Component.onCompleted: if (post.asked)
        sheet = "SignIn"

    Connections {
        target: root.cases

        function onTurned(page) {
            root.sheet = page;
        }
    }
    Connections {
        target: root.desk

        function onDid(verb) {
            if (["sign_in", "leave", "come_back"].includes(verb))
                root.sheet = "";
        }
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
        onActivated: root.sheet === "Form" ? root.cases.submit() : root.press("next")
    }
    Shortcut {
        sequence: "Escape"
        enabled: !root.free
        onActivated: root.close()
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
            post: root.post
            onSettingsWanted: root.sheet = "Settings"
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
            // Below the keys: whatever comes, nothing above moves under the hand.
            Strip {
                objectName: "lost"
                Layout.fillWidth: true
                visible: !root.desk.live
                framed: true
                bad: true
                text: qsTr("连接中断，下面可能是旧的。请用叫号器，并告诉值班管理员")
            }
            AlertBar {
                Layout.fillWidth: true
                desk: root.desk
                line: root.line
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
            Bar {
                Layout.fillWidth: true
                post: root.post
                cases: root.cases
                onWanted: sheet => root.sheet = sheet
            }
        }
    }

    property var chosen: ({ number: "", list: "" })

    // Known from the beginning, not looked up in files when they are wanted: Qt reads files on a
    // thread that may need Python, which whoever waits for it may hold.
    readonly property var sheets: ({
        Transfer: transferSheet,
        Ticket: ticketSheet,
        Settings: settingsSheet,
        SignIn: signInSheet,
        SignOut: signOutSheet,
        Leave: leaveSheet,
        Back: backSheet,
        Cases: casesSheet,
        Registers: registersSheet,
        Case: caseSheet,
        Form: formSheet
    })

    Component {
        id: transferSheet
        TransferSheet {
            desk: root.desk
            line: root.line
            onClosed: root.close()
        }
    }
    Component {
        id: ticketSheet
        TicketSheet {
            line: root.line
            chosen: root.chosen
            onClosed: root.close()
        }
    }
    Component {
        id: settingsSheet
        SettingsSheet {
            settings: root.settings
            onClosed: root.close()
        }
    }
    Component {
        id: signInSheet
        SignInSheet {
            desk: root.desk
            post: root.post
            onClosed: root.close()
        }
    }
    Component {
        id: signOutSheet
        SignOutSheet {
            post: root.post
            onClosed: root.close()
        }
    }
    Component {
        id: leaveSheet
        LeaveSheet {
            desk: root.desk
            post: root.post
            onClosed: root.close()
        }
    }
    Component {
        id: backSheet
        BackSheet {
            desk: root.desk
            post: root.post
            onClosed: root.close()
        }
    }
    Component {
        id: casesSheet
        CasesSheet {
            cases: root.cases
            onClosed: root.close()
            onNewWanted: root.sheet = "Registers"
        }
    }
    Component {
        id: registersSheet
        RegistersSheet {
            cases: root.cases
            onClosed: root.close()
        }
    }
    Component {
        id: caseSheet
        CaseSheet {
            cases: root.cases
            settings: root.settings
            onClosed: root.close()
        }
    }
    Component {
        id: formSheet
        FormSheet {
            desk: root.desk
            cases: root.cases
            onClosed: root.close()
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
        anchors.bottomMargin: Theme.target * 1.1 + Theme.gap * 1.6
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
