import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Evacuation in two steps: the second key is in another place than the first.
RowLayout {
    id: keys

    required property var duty

    readonly property bool going: duty.evacuation !== ""

    spacing: Theme.gapSmall

    Touch {
        objectName: "arm"
        Layout.fillWidth: true
        enabled: !keys.duty.busy
        text: keys.duty.armed ? qsTr("取消") : keys.going ? qsTr("解除疏散 F9") : qsTr("疏散 F9")
        outline: keys.duty.armed ? Theme.border : Theme.stop
        labelColor: keys.duty.armed ? Theme.ink : Theme.stop
        onClicked: keys.duty.armed ? keys.duty.disarm() : keys.duty.arm()
    }
    Touch {
        objectName: "confirm"
        Layout.fillWidth: true
        visible: keys.duty.armed
        enabled: !keys.duty.busy
        fill: Theme.stopGround
        fillPressed: Theme.ink
        outline: Theme.stopGround
        labelColor: Theme.nightInk
        text: keys.going ? qsTr("确认解除 F10") : qsTr("确认疏散 F10")
        onClicked: keys.duty.confirm()
    }
}
