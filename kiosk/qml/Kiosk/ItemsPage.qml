pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Which of the hall's items: frequent ones first, by department, by type, by letters.
Page {
    id: page

    readonly property var items: kiosk.items
    readonly property bool asked: items.purpose === "request"
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge

    // Letters of a real keyboard, where there is one.
    Keys.onPressed: event => {
        const letter = /^[a-zA-Z]$/.test(event.text);
        if (!letter && event.key !== Qt.Key_Backspace)
            return;
        event.accepted = true;
        Hand.acted(); // first: what the key brings about is said
        if (letter)
            items.typeLetter(event.text);
        else
            items.erase();
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: page.side
            Layout.rightMargin: page.side
            Layout.topMargin: page.lines < 34 ? Theme.gapSmall : Theme.gapLarge
            Layout.bottomMargin: page.lines < 34 ? Theme.gapSmall : Theme.gap

            Words {
                Layout.fillWidth: true
                text: page.items.purpose === "add" ? qsTr("%1再加哪件事？").arg(page.kiosk.ticket.number) : page.items.purpose === "look_up" ? qsTr("想了解哪件事？") : page.asked ? page.kiosk.request.title : qsTr("要办哪件事？")
                font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Touch {
                objectName: "skip-item"
                visible: page.asked
                padding: Theme.gapSmall
                enabled: !page.kiosk.visit.busy
                text: qsTr("不选，下一步")
                onClicked: page.kiosk.request.skip()
            }
            Words {
                visible: !page.asked
                text: page.kiosk.clock
                aloud: ""
                font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: page.landscape ? 2 : 1
            columnSpacing: 0
            rowSpacing: 0

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.leftMargin: page.side
                Layout.rightMargin: page.landscape ? Theme.gap : page.side
                spacing: Theme.gapSmall

                SearchField {
                    visible: !page.landscape
                    items: page.items
                    Layout.fillWidth: true
                }
                Ways {
                    items: page.items
                    Layout.fillWidth: true
                }
                ItemRows {
                    kiosk: page.kiosk
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
            ColumnLayout {
                Layout.fillWidth: !page.landscape
                Layout.preferredWidth: page.landscape ? Math.max(page.width * 0.46, pad.leastWidth) : -1
                Layout.minimumWidth: Layout.preferredWidth
                spacing: Theme.gapSmall

                SearchField {
                    visible: page.landscape
                    items: page.items
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.gapSmall
                    Layout.rightMargin: Theme.gapSmall
                }
                KeyPad {
                    id: pad
                    items: page.items
                    ownRow: page.landscape
                    Layout.fillWidth: true
                    Layout.fillHeight: page.landscape
                }
            }
        }
    }
}
