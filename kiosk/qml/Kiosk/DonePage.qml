import QtQuick
import Hall.Theme

// The number at once and huge; the slip coming out; where to go and how long. Anchors, not
// layouts: the words' heights follow from their widths, and no width follows from a height.
Page {
    id: page

    readonly property var ticket: kiosk.ticket
    readonly property color ink: ticket.green ? Theme.greenInk : Theme.actionInk
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge

    Rectangle {
        id: plate
        width: page.landscape ? Math.round(parent.width * 0.5) : parent.width
        height: page.landscape ? parent.height : Math.max(parent.height * 0.34, column.needed)
        color: page.ticket.green ? Theme.green : Theme.action

        Column {
            id: column

            readonly property real needed: title.implicitHeight + place.implicitHeight + Theme.title * 1.8 + Theme.gapSmall * 4

            anchors.centerIn: parent
            width: parent.width - Theme.gap * 2
            spacing: Theme.gapSmall

            Words {
                id: title
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.ticket.green ? qsTr("绿色通道 · 您的号码") : qsTr("您的号码")
                aloud: text + " " + page.ticket.number
                color: page.ink
                font.pixelSize: Theme.strong
                wrapMode: Text.Wrap
            }
            Words {
                id: number
                objectName: "number"
                width: parent.width
                height: plate.height - title.implicitHeight - place.implicitHeight - Theme.gapSmall * 4
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: page.ticket.number
                aloud: ""
                color: page.ink
                font.pixelSize: Math.min(Theme.huge, height / 1.05, width / (text.length * 0.62))
                font.weight: Font.Bold
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("您的号码%1").arg(text)
            }
            Words {
                id: place
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.ticket.place !== "" ? qsTr("请到%1附近等候").arg(page.ticket.place) : qsTr("请到%1").arg(page.kiosk.desk)
                color: page.ink
                font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }
        }
    }
    Item {
        id: room
        anchors.left: page.landscape ? plate.right : parent.left
        anchors.top: page.landscape ? parent.top : plate.bottom
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: page.side
        anchors.rightMargin: page.side
        anchors.topMargin: page.lines < 34 ? Theme.gapSmall : Theme.gap
        anchors.bottomMargin: page.lines < 34 ? Theme.gapSmall : Theme.gap

        Facts {
            id: facts
            ticket: page.ticket
            width: parent.width
        }
        Item {
            id: paper

            readonly property bool drawn: height > Theme.body * 5

            anchors.top: facts.bottom
            anchors.bottom: buttons.top
            anchors.topMargin: Theme.gapSmall
            anchors.bottomMargin: Theme.gapSmall
            width: parent.width

            SlipDrawing {
                id: slip
                visible: paper.drawn
                ticket: page.ticket
                anchors.verticalCenter: parent.verticalCenter
                height: Math.min(parent.height, 540 * Theme.unit, parent.width * 0.55)
                width: paper.drawn ? height * 0.74 : 0
            }
            PaperWords {
                ticket: page.ticket
                room: parent.height
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: slip.right
                anchors.leftMargin: paper.drawn ? Theme.gap : 0
                anchors.right: parent.right
            }
        }
        Row {
            id: buttons

            readonly property real share: (width - spacing * 2) / 3
            readonly property real high: Math.max(Theme.target * 1.15, more.implicitHeight, again.implicitHeight)

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gapSmall

            Touch {
                id: more
                objectName: "add-errand"
                width: buttons.share
                height: buttons.high
                padding: Theme.gapSmall
                text: qsTr("再加一件事")
                onClicked: page.ticket.addMore()
            }
            Touch {
                id: again
                objectName: "print-again"
                width: buttons.share
                height: buttons.high
                padding: Theme.gapSmall
                enabled: page.ticket.paper !== "printing"
                outline: enabled ? Theme.border : Theme.line
                labelWeight: enabled ? Font.Bold : Font.Normal
                text: qsTr("补打小票")
                onClicked: page.ticket.printAgain()
            }
            Touch {
                objectName: "done"
                width: buttons.share
                height: buttons.high
                padding: Theme.gapSmall
                fill: Theme.chosen
                fillPressed: Theme.chosenPressed
                outline: Theme.chosen
                labelColor: Theme.chosenInk
                text: qsTr("好了")
                onClicked: page.kiosk.visit.finish()
            }
        }
    }
}
