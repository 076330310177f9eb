pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// The request's number, what happens next and by when; the slip coming out.
Page {
    id: page

    readonly property var filed: kiosk.filed
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge
    readonly property real tight: lines < 34 ? Theme.gapSmall : Theme.gap
    readonly property real reading: lines < 24 ? Theme.small : lines > 38 ? Theme.strong : Theme.body

    Rectangle {
        id: plate
        width: page.landscape ? Math.round(parent.width * 0.5) : parent.width
        height: page.landscape ? parent.height : column.implicitHeight + Theme.gap * 2
        color: Theme.action

        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - Theme.gap * 2
            spacing: page.tight

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.filed.heading
                color: Theme.actionInk
                font.pixelSize: page.lines < 24 ? Theme.body : Theme.strong
                wrapMode: Text.Wrap
            }
            Words {
                objectName: "request-number"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.filed.number
                color: Theme.actionInk
                font.pixelSize: Math.max(Theme.strong, Math.min(Theme.hero, width / (Math.max(1, text.length) * 0.62)))
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Words {
                objectName: "countdown"
                width: parent.width
                visible: page.filed.secondsLeft >= 0
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("还有 %1").arg(Math.floor(page.filed.secondsLeft / 60) + ":" + String(page.filed.secondsLeft % 60).padStart(2, "0"))
                color: Theme.actionInk
                font.pixelSize: page.lines < 24 ? Theme.strong : Theme.title
                font.weight: Font.Bold
            }
            Words {
                width: parent.width
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: page.filed.place !== "" ? qsTr("请到%1").arg(page.filed.place) : ""
                color: Theme.actionInk
                font.pixelSize: page.lines < 24 ? Theme.body : Theme.strong
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
        anchors.topMargin: page.tight
        anchors.bottomMargin: page.tight

        Column {
            id: next
            width: parent.width
            spacing: Theme.gapSmall * 0.5

            Words {
                objectName: "note"
                width: parent.width
                visible: text !== ""
                text: page.filed.note
                font.pixelSize: page.reading
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Repeater {
                model: page.filed.due

                Words {
                    required property var modelData
                    width: next.width
                    text: qsTr("%1：%2").arg(modelData.label).arg(modelData.when)
                    font.pixelSize: page.lines < 34 ? Theme.small : Theme.body
                    wrapMode: Text.Wrap
                }
            }
        }
        Item {
            id: paper

            readonly property bool drawn: height > Theme.body * 6

            anchors.top: next.bottom
            anchors.bottom: buttons.top
            anchors.topMargin: Theme.gapSmall
            anchors.bottomMargin: Theme.gapSmall
            width: parent.width

            SlipDrawing {
                id: slip
                visible: paper.drawn
                ticket: page.filed
                anchors.verticalCenter: parent.verticalCenter
                height: Math.min(parent.height, 540 * Theme.unit, parent.width * 0.55)
                width: paper.drawn ? height * 0.74 : 0
            }
            PaperWords {
                visible: parent.height > Theme.strong * 1.5
                ticket: page.filed
                room: parent.height
                calm: qsTr("请保留小票，凭上面的编号查询。")
                calmBrief: calm
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: slip.right
                anchors.leftMargin: paper.drawn ? Theme.gap : 0
                anchors.right: parent.right
            }
        }
        Row {
            id: buttons

            readonly property real share: (width - spacing) / 2
            readonly property real high: Math.max(Theme.target * 1.15, again.implicitHeight)

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gapSmall

            Touch {
                id: again
                objectName: "print-again"
                width: buttons.share
                height: buttons.high
                padding: Theme.gapSmall
                enabled: page.filed.paper !== "printing"
                outline: enabled ? Theme.border : Theme.line
                labelWeight: enabled ? Font.Bold : Font.Normal
                text: qsTr("补打小票")
                onClicked: page.filed.printAgain()
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
