import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What is not about the ticket at the window: leave, B, notice, registers.
RowLayout {
    id: bar

    required property var post
    required property var cases
    signal wanted(string sheet)

    spacing: Theme.gapSmall
    uniformCellSizes: true

    component Small: Touch {
        Layout.fillWidth: true
        implicitHeight: Theme.target * 0.9
        labelSize: Theme.small
        labelWeight: Font.Medium
        labelColor: enabled ? Theme.ink : Theme.softInk
        fill: Theme.keyboard
        outline: enabled ? Theme.border : "transparent"
    }

    Small {
        objectName: "away"
        enabled: bar.post.staffed
        text: bar.post.away ? qsTr("返岗") : qsTr("离开一下")
        onClicked: bar.wanted(bar.post.away ? "Back" : "Leave")
    }
    Small {
        objectName: "post"
        text: bar.post.staffed ? qsTr("签退") : qsTr("签到")
        enabled: bar.post.asked || bar.post.staffed
        onClicked: bar.wanted(bar.post.staffed ? "SignOut" : "SignIn")
    }
    Small {
        objectName: "notice"
        enabled: bar.cases.hasNotice && !bar.post.asked
        text: qsTr("告知单")
        onClicked: bar.cases.notice()
    }
    Small {
        objectName: "cases"
        enabled: !bar.post.asked
        text: qsTr("台账 %1").arg(bar.cases.dueCount)
        onClicked: bar.wanted("Cases")
    }
}
