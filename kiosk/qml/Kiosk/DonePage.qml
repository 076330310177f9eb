import QtQuick
import Hall.Theme

// The number at once and huge; the slip coming out; where to go and how long. Anchors, not
// layouts: the words' heights follow from their widths, and no width follows from a height.
Item {
    id: page

    required property var kiosk
    required property bool landscape

    Rectangle {
        id: plate
        width: page.landscape ? Math.round(page.width * 0.52) : page.width
        height: page.landscape ? footer.y : 640 * Theme.unit
        color: page.kiosk.green ? Theme.green : Theme.action

        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.gapLarge * 2
            spacing: Theme.gapSmall

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.kiosk.green ? qsTr("绿色通道 · 您的号码") : qsTr("您的号码")
                color: Theme.actionInk
                font.pixelSize: Theme.strong
            }
            Words {
                objectName: "number"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                height: Theme.huge * 1.02
                verticalAlignment: Text.AlignVCenter
                text: page.kiosk.number
                color: Theme.actionInk
                font.pixelSize: Theme.huge
                font.weight: Font.Bold
                fontSizeMode: Text.HorizontalFit
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("您的号码%1").arg(text)
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: page.kiosk.place !== "" ? qsTr("请到%1附近等候").arg(page.kiosk.place) : qsTr("请到%1").arg(page.kiosk.desk)
                color: Theme.actionInk
                font.pixelSize: Theme.title * 0.95
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }
        }
    }
    Item {
        id: side
        anchors.left: page.landscape ? plate.right : parent.left
        anchors.top: page.landscape ? parent.top : plate.bottom
        anchors.right: parent.right
        anchors.bottom: footer.top
        anchors.margins: Theme.gapLarge
        anchors.topMargin: page.landscape ? Theme.gapLarge : Theme.gap
        anchors.bottomMargin: Theme.gap

        Facts {
            id: facts
            kiosk: page.kiosk
            width: parent.width
        }
        Item {
            anchors.top: facts.bottom
            anchors.bottom: buttons.top
            anchors.margins: Theme.gap
            width: parent.width

            SlipDrawing {
                id: slip
                kiosk: page.kiosk
                anchors.verticalCenter: parent.verticalCenter
                height: Math.min(parent.height, 540 * Theme.unit)
                width: height * 0.74
            }
            PaperWords {
                kiosk: page.kiosk
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: slip.right
                anchors.leftMargin: Theme.gapLarge
                anchors.right: parent.right
            }
        }
        Row {
            id: buttons

            readonly property real share: (width - spacing) / 2

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gap

            Touch {
                objectName: "print-again"
                width: buttons.share
                height: Theme.target * 1.4
                enabled: page.kiosk.paper !== "printing"
                opacity: page.kiosk.paper !== "printing" ? 1 : 0.5
                text: qsTr("补打小票")
                onClicked: page.kiosk.printAgain()
            }
            Touch {
                objectName: "done"
                width: buttons.share
                height: Theme.target * 1.4
                fill: Theme.ink
                fillPressed: Theme.softInk
                outline: Theme.ink
                text: qsTr("好了")
                onClicked: page.kiosk.finish()
                labelColor: Theme.actionInk
            }
        }
    }
    Footer {
        id: footer
        kiosk: page.kiosk
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
