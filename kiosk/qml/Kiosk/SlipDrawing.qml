pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// The slip as it comes out of the slot; in trouble its code stays to be photographed. A drawing:
// what the slip says is said in words beside it.
Item {
    id: drawing

    required property var ticket

    // The drawing keeps its shape in whatever room there is: 400 × 540 of its own units.
    readonly property real dot: Math.min(width / 400, height / 540)
    readonly property bool out: ticket.paper !== "printing"

    readonly property bool resting: !moving.running

    objectName: "slip"
    clip: true

    Rectangle {
        id: slip
        anchors.horizontalCenter: parent.horizontalCenter
        width: 340 * drawing.dot
        height: 500 * drawing.dot
        y: drawing.out ? 30 * drawing.dot : -height * 0.55
        color: Theme.slip
        border.color: Theme.line
        border.width: Theme.hairline

        Behavior on y {
            NumberAnimation {
                id: moving
                duration: Theme.moveMs * 3
                easing.type: Easing.OutCubic
            }
        }

        Column {
            anchors.centerIn: parent
            width: parent.width - 56 * drawing.dot
            spacing: 22 * drawing.dot

            Repeater {
                model: [0.7, 1.0, 0.5]

                Rectangle {
                    required property real modelData
                    anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
                    width: (parent ? parent.width : 0) * modelData
                    height: 14 * drawing.dot
                    color: Theme.slipInk
                    radius: height / 2
                }
            }
            Image {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 284 * drawing.dot
                height: width
                source: drawing.ticket.code !== "" ? "image://code/" + drawing.ticket.code : ""
                smooth: false
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("小票上的二维码")
            }
        }
    }
    Rectangle {
        width: parent.width
        height: 22 * drawing.dot
        radius: height / 2
        color: Theme.ink
    }
}
