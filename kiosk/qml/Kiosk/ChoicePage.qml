pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// One question and its answers, each as large as their number lets it be.
Page {
    id: page

    readonly property var request: kiosk.request
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge

    Column {
        id: words
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: page.side
        anchors.topMargin: page.lines < 34 ? Theme.gapSmall : Theme.gapLarge

        Words {
            objectName: "question"
            width: parent.width
            text: page.request.title
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            width: parent.width
            visible: text !== "" && page.lines > 20
            text: page.request.hint
            color: Theme.softInk
            font.pixelSize: page.lines < 30 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
    }
    Grid {
        id: grid

        readonly property int count: page.request.answers.length
        readonly property int lines: Math.ceil(count / columns)
        readonly property real room: parent.height - y - page.side
        readonly property real cellWidth: Math.floor((width - spacing * (columns - 1)) / columns)
        readonly property real cellHeight: Math.min((room - spacing * (lines - 1)) / lines, count > 4 ? Theme.title * 3.6 : Theme.title * 4.6)

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: page.side
        anchors.rightMargin: page.side
        y: words.y + words.height + (page.lines < 34 ? Theme.gapSmall : Theme.gap)
        columns: count > 4 ? 2 : 1
        spacing: Theme.gapSmall

        Repeater {
            model: page.request.answers

            Touch {
                id: answer

                required property var modelData
                readonly property bool door: modelData.line !== ""

                objectName: "answer-" + modelData.code
                width: grid.cellWidth
                height: grid.cellHeight
                padding: 0
                leftPadding: Theme.gap
                rightPadding: Theme.gap
                enabled: !page.kiosk.visit.busy
                text: modelData.label
                spoken: door ? text + "，" + modelData.line : text
                onClicked: page.request.answer(modelData.code)

                contentItem: Item {
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width

                        Words {
                            id: label
                            width: parent.width
                            text: answer.text
                            font.pixelSize: page.lines > (answer.door ? 20 : 38) ? Theme.strong : page.lines < 24 ? Theme.small : Theme.body
                            font.weight: Font.Bold
                            wrapMode: Text.Wrap
                        }
                        Words {
                            width: parent.width
                            visible: answer.door && answer.height > label.implicitHeight + implicitHeight + Theme.gapSmall
                            text: answer.modelData.line
                            color: Theme.softInk
                            font.pixelSize: Theme.small
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
    }
}
