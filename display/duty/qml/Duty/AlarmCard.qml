import QtQuick
import QtQuick.Layouts
import Hall.Theme

// One alarm: a sign for its kind, words, its countdown, and the keys 我去 and 已到场.
Rectangle {
    id: card

    required property string alarm
    required property string kind
    required property string title
    required property string place
    required property string detail
    required property string clock
    required property string stage
    required property var duty
    property bool chosen: false

    readonly property bool waits: kind === "complaint" || kind === "helper"
    readonly property bool late: stage === "overdue"
    // Where nobody stands and waits, red is for the time alone.
    readonly property bool overdue: late && waits
    readonly property bool taken: stage === "taken"
    readonly property color ink: overdue ? Theme.nightInk : Theme.ink
    readonly property color tone: overdue ? Theme.stopGround : kind === "helper" ? Theme.green : kind === "complaint" ? Theme.stop : Theme.softInk
    readonly property var signs: ({
            complaint: "M12 3l10 18H2zM12 10v5M12 18v.1",
            helper: "M9 4.5a2.5 2.5 0 1 0 .01 0M4 21v-6a5 5 0 0 1 10 0v6M17 8v6M14 11h6",
            rating: "M12 3a9 9 0 1 0 .01 0M8 17c2-3 6-3 8 0M8.5 9.5v.1M15.5 9.5v.1",
            paper: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
            device: "M4 5h16v11H4zM9 20h6M12 16v4"
        })

    signal picked

    objectName: "alarm-" + alarm
    implicitHeight: rows.implicitHeight + Theme.gap
    radius: Theme.radius * 0.7
    color: overdue ? Theme.stopGround : Theme.card
    border.width: chosen ? Theme.focusLine : Theme.hairline
    border.color: chosen ? Theme.amber : Theme.border
    Accessible.role: Accessible.AlertMessage
    Accessible.name: [title, place, detail, clock].join(" ")

    MouseArea {
        anchors.fill: parent
        onClicked: card.picked()
    }
    Rectangle {
        width: Theme.gapSmall
        height: parent.height - Theme.gapSmall * 2
        x: Theme.gapSmall * 0.6
        anchors.verticalCenter: parent.verticalCenter
        radius: width / 2
        color: card.overdue ? Theme.amber : card.tone
    }
    ColumnLayout {
        id: rows
        anchors.fill: parent
        anchors.margins: Theme.gap * 0.5
        anchors.leftMargin: Theme.gap * 1.1
        spacing: Theme.gapSmall * 0.5

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Glyph {
                size: Theme.strong
                color: card.overdue ? Theme.nightInk : card.tone
                path: card.signs[card.kind]
            }
            Words {
                text: card.title
                color: card.ink
                font.weight: Font.Bold
            }
            Words {
                Layout.fillWidth: true
                text: card.place
                color: card.ink
                font.weight: Font.Bold
                elide: Text.ElideRight
            }
            Words {
                objectName: "countdown-" + card.alarm
                text: card.clock
                color: card.late && !card.waits ? Theme.stop : card.ink
                font.pixelSize: Theme.small
                font.weight: Font.Bold
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Words {
                Layout.fillWidth: true
                text: card.detail
                color: card.overdue ? Theme.nightInk : Theme.softInk
                font.pixelSize: Theme.small
                elide: Text.ElideRight
            }
            AlarmKey {
                objectName: "take-" + card.alarm
                visible: !card.taken && !card.clock.includes("·")
                alarm: card.alarm
                enabled: !card.duty.busy
                text: card.chosen ? qsTr("我去 1") : qsTr("我去")
                strong: true
                onMeant: card.duty.take(card.alarm)
            }
            AlarmKey {
                objectName: "meet-" + card.alarm
                alarm: card.alarm
                enabled: !card.duty.busy
                text: (card.waits ? qsTr("已到场") : qsTr("已处理")) + (card.chosen ? " 2" : "")
                onMeant: card.duty.meet(card.alarm)
            }
        }
    }
}
