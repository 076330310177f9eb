pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Who waits, who was parked, who was missed: one list at a time.
ColumnLayout {
    id: lists

    required property var desk
    signal chosen(string number, string list)

    property string list: "waiting"
    readonly property var names: ({ waiting: qsTr("等候"), parked: qsTr("挂起"), missed: qsTr("过号") })

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapSmall
        uniformCellSizes: true

        Repeater {
            model: ["waiting", "parked", "missed"]

            Touch {
                required property string modelData

                objectName: "list-" + modelData
                Layout.fillWidth: true
                implicitHeight: Theme.target * 0.85
                checkable: true
                checked: lists.list === modelData
                text: lists.names[modelData] + " " + lists.desk.counts[modelData]
                labelSize: Theme.small
                labelColor: checked ? Theme.chosenInk : Theme.ink
                fill: checked ? Theme.chosen : Theme.card
                fillPressed: checked ? Theme.chosenPressed : Theme.pressed
                Accessible.checked: checked
                onClicked: lists.list = modelData
            }
        }
    }
    Plate {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.topMargin: Theme.gapSmall

        ListView {
            id: rows
            objectName: "rows"
            anchors.fill: parent
            anchors.margins: Theme.hairline * 2
            clip: true
            model: lists.list === "waiting" ? lists.desk.waiting : lists.list === "parked" ? lists.desk.parked : lists.desk.missed
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0

            delegate: TicketRow {
                width: ListView.view.width
                onClicked: lists.chosen(number, lists.list)
            }
        }
        Words {
            anchors.centerIn: parent
            visible: rows.count === 0
            text: qsTr("没有")
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Rectangle {
            visible: rows.visibleArea.heightRatio < 1
            anchors.right: parent.right
            anchors.rightMargin: Theme.hairline * 2
            width: Theme.hairline * 3
            radius: width / 2
            color: Theme.border
            y: rows.y + rows.visibleArea.yPosition * rows.height
            height: rows.visibleArea.heightRatio * rows.height
        }
    }
}
