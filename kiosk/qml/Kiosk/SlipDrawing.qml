import QtQuick
import Hall.Theme

// The slip as it comes out of the slot; in trouble its code stays to be photographed.
Item {
    id: drawing

    required property var kiosk

    // The drawing keeps its shape in whatever room there is: 400 × 540 of its own units.
    readonly property real dot: Math.min(width / 400, height / 540)
    readonly property bool out: kiosk.paper !== "printing"

    objectName: "slip"
    clip: true

    Rectangle {
        id: slip
        anchors.horizontalCenter: parent.horizontalCenter
        width: 340 * drawing.dot
        height: 500 * drawing.dot
        y: drawing.out ? 30 * drawing.dot : -height * 0.55
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
            width: parent.width - 28 * drawing.dot
            spacing: 6 * drawing.dot

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.hallName
                font.pixelSize: 24 * drawing.dot
                fontSizeMode: Text.HorizontalFit
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.number
                font.pixelSize: 80 * drawing.dot
                font.weight: Font.Bold
            }
            Words {
                width: parent.width
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.service
                font.pixelSize: (text.length > 13 ? 17 : 24) * drawing.dot
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: drawing.kiosk.place
                font.pixelSize: 24 * drawing.dot
                wrapMode: Text.Wrap
            }
            Image {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 196 * drawing.dot
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
