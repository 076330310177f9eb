pragma ComponentBehavior: Bound
import QtQuick

// A printer: its faults, its body with the slot, and the paper that came out, newest on top.
Item {
    id: panel

    required property var printer

    Column {
        id: head
        x: DockTheme.gapLarge
        y: DockTheme.gap
        width: parent.width - 2 * DockTheme.gapLarge
        spacing: DockTheme.gap

        DeviceTitle {
            width: parent.width
            faults: panel.printer.faults
            done: qsTr("已出 %1 张").arg(panel.printer.slipCount)
        }
    }

    Flickable {
        id: paper
        objectName: "paper"
        readonly property int slipCount: panel.printer.slipCount
        anchors.top: slot.verticalCenter
        anchors.bottom: parent.bottom
        anchors.left: slot.left
        anchors.right: slot.right
        anchors.leftMargin: DockTheme.gapLarge
        anchors.rightMargin: DockTheme.gapLarge
        contentHeight: roll.height + DockTheme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("打印出的小票")
        onSlipCountChanged: {
            contentY = 0;
            out.restart();
        }

        Column {
            id: roll
            y: DockTheme.gapSmall
            width: paper.width
            spacing: DockTheme.gapLarge

            Repeater {
                id: slips
                model: panel.printer.slips

                Image {
                    required property string modelData
                    width: roll.width
                    height: implicitHeight * width / Math.max(1, implicitWidth)
                    source: modelData
                    mipmap: true
                }
            }
        }
        NumberAnimation {
            id: out
            target: roll
            property: "y"
            from: slips.count > 0 ? -slips.itemAt(0).height : 0
            to: DockTheme.gapSmall
            duration: DockTheme.rollMs
        }
    }

    Rectangle {
        id: slot
        anchors.top: head.bottom
        anchors.topMargin: DockTheme.gap
        anchors.left: head.left
        anchors.right: head.right
        height: 22
        radius: height / 2
        color: DockTheme.night

        Rectangle {
            anchors.centerIn: parent
            width: parent.width - 2 * DockTheme.gapLarge + 8
            height: 4
            radius: 2
            color: DockTheme.board
        }
    }

    DockText {
        anchors.horizontalCenter: slot.horizontalCenter
        anchors.top: slot.bottom
        anchors.topMargin: DockTheme.gapLarge
        visible: slips.count === 0
        text: qsTr("还没有打印")
        color: DockTheme.softInk
    }
}
