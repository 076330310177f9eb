import QtQuick
import Hall.Theme

// The PIN of the staff screen.
Page {
    id: page

    readonly property var staff: kiosk.staff
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge

    Column {
        id: words
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: page.landscape ? parent.horizontalCenter : parent.right
        anchors.margins: page.side
        spacing: page.lines < 24 ? Theme.gapSmall : Theme.gap

        Words {
            width: parent.width
            text: qsTr("工作人员")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            objectName: "pin-hint"
            width: parent.width
            text: page.staff.pause > 0 ? qsTr("输错多次，请等 %n 秒再试。", "", page.staff.pause) : page.staff.wrong ? qsTr("不对，请再输一次。") : qsTr("请输入本大厅取号机的密码。")
            color: page.staff.pause > 0 || page.staff.wrong ? Theme.stop : Theme.ink
            font.pixelSize: page.lines < 24 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
        Plate {
            width: parent.width
            height: Theme.title * 1.6

            Words {
                anchors.centerIn: parent
                text: "●".repeat(page.staff.digits)
                font.pixelSize: Theme.body
                Accessible.name: qsTr("已输入 %n 位", "", page.staff.digits)
            }
        }
    }
    SignPad {
        signs: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "go"]
        most: 3
        room: page.height - y - page.side - page.footerHeight
        x: page.landscape ? parent.width / 2 : page.side
        y: page.landscape ? page.side : words.y + words.height + Theme.gap
        width: parent.width - x - page.side
        busy: page.kiosk.visit.busy
        ready: page.staff.enough && page.staff.pause === 0
        go: qsTr("确定")
        onPicked: sign => page.staff.typeDigit(sign)
        onErased: page.staff.erase()
        onDone: page.staff.enter()
    }
}
