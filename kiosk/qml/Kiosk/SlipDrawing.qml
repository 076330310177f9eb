import QtQuick
import Hall.Theme

// The slip as it comes out of the slot; in trouble its code stays to be photographed.
Item {
    id: drawing

    required property var kiosk

    readonly property bool out: kiosk.paper !== "printing"

    clip: true

    Rectangle {
        id: slip
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - Theme.gapLarge
        height: parent.height - Theme.gap
        y: drawing.out ? Theme.gapSmall : -height * 0.55
        color: Theme.card
        border.color: Theme.line
        border.width: Theme.hairline

        Behavior on y {
            NumberAnimation {
                duration: Theme.moveMs * 3
                easing.type: Easing.OutCubic
            }
        }

        Column {
            anchors.centerIn: parent
            width: parent.width - Theme.gap
            spacing: Theme.gapSmall * 0.6

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.hallName
                font.pixelSize: Theme.small * 0.8
                fontSizeMode: Text.HorizontalFit
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.number
                font.pixelSize: Theme.title * 1.3
                font.weight: Font.Bold
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.place
                font.pixelSize: Theme.small * 0.8
                wrapMode: Text.Wrap
            }
            Image {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 230 * Theme.unit
                height: width
                source: drawing.kiosk.code !== "" ? "image://code/" + drawing.kiosk.code : ""
                smooth: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("小票上的二维码")
            }
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.gapSmall * 1.8
        radius: height / 2
        color: Theme.ink
    }
}
