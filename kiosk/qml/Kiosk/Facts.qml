import QtQuick
import QtQuick.Layouts
import Hall.Theme

// How many are before, how long it may take, and for what.
Plate {
    id: facts

    required property var kiosk

    implicitHeight: cells.implicitHeight + Theme.gap * 2

    component Cell: ColumnLayout {
        id: cell

        property real share: 1

        required property string label
        required property string value
        property real size: Theme.strong
        property bool wraps: false

        spacing: Theme.gapSmall * 0.5
        Layout.fillWidth: true
        Layout.preferredWidth: share

        Words {
            Layout.alignment: Qt.AlignHCenter
            text: cell.label
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Words {
            Layout.fillWidth: true
            Layout.fillHeight: true
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: cell.value
            font.pixelSize: cell.size
            font.weight: Font.Bold
            // Never Text.Fit: its size and the layout's height chase each other for ever.
            wrapMode: cell.wraps ? Text.Wrap : Text.NoWrap
            fontSizeMode: cell.wraps ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.small
        }
    }

    RowLayout {
        id: cells
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Cell {
            label: qsTr("前面还有")
            value: qsTr("%1 人").arg(facts.kiosk.ahead)
        }
        Rectangle {
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.hairline
            color: Theme.line
        }
        Cell {
            share: 1.5
            label: qsTr("大约等待")
            value: facts.kiosk.wait !== "" ? facts.kiosk.wait : qsTr("请问咨询台")
        }
        Rectangle {
            visible: facts.kiosk.service !== ""
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.hairline
            color: Theme.line
        }
        Cell {
            visible: facts.kiosk.service !== ""
            share: 1.8
            size: value.length > 14 ? Theme.small : Theme.body
            wraps: true
            label: qsTr("办理事项")
            value: facts.kiosk.service
        }
    }
}
