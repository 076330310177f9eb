import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Turns a guide that is longer than its room, for who does not drag, or has keys only.
RowLayout {
    id: pager

    required property var guide

    visible: guide.lines.length > 0
    spacing: Theme.gapSmall

    Touch {
        objectName: "guide-back"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        padding: 0
        enabled: !pager.guide.first
        outline: enabled ? Theme.border : Theme.line
        labelSize: Theme.small
        labelWeight: enabled ? Font.Bold : Font.Normal
        text: qsTr("上一页")
        onClicked: pager.guide.turn(false)
    }
    Touch {
        objectName: "guide-on"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        padding: 0
        enabled: !pager.guide.last
        outline: enabled ? Theme.border : Theme.line
        labelSize: Theme.small
        labelWeight: enabled ? Font.Bold : Font.Normal
        text: qsTr("下一页")
        onClicked: pager.guide.turn(true)
    }
}
