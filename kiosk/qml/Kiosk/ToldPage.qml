import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The one-time notice comes out; its number and code stay, whatever happens to paper.
Page {
    id: page

    readonly property var told: kiosk.told

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.lines < 34 ? Theme.gap : Theme.gapLarge
        spacing: page.lines < 34 ? Theme.gapSmall : Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("一次性告知单")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            text: page.told.item
            font.pixelSize: page.lines < 24 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
        Words {
            objectName: "told-number"
            Layout.fillWidth: true
            text: qsTr("告知单号 %1").arg(page.told.number)
            color: Theme.softInk
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
        Item {
            id: room
            Layout.fillWidth: true
            Layout.fillHeight: true

            readonly property bool drawn: height > Theme.body * 5

            SlipDrawing {
                id: slip
                visible: room.drawn
                ticket: page.told
                anchors.verticalCenter: parent.verticalCenter
                height: Math.min(parent.height, 640 * Theme.unit, parent.width * 0.6)
                width: room.drawn ? height * 0.74 : 0
            }
            PaperWords {
                ticket: page.told
                notice: true
                room: parent.height
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: slip.right
                anchors.leftMargin: slip.visible ? Theme.gap : 0
                anchors.right: parent.right
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            Touch {
                objectName: "tell-again"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                padding: Theme.gapSmall
                enabled: page.told.paper !== "printing"
                outline: enabled ? Theme.border : Theme.line
                labelWeight: enabled ? Font.Bold : Font.Normal
                text: qsTr("再打一张")
                onClicked: page.told.tellAgain()
            }
            Touch {
                objectName: "done"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
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
