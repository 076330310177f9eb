import QtQuick
import Hall.Theme

// Before the first call of the day.
Rectangle {
    radius: Theme.radius
    color: Theme.nightDeep
    border.color: Theme.nightLine
    border.width: Theme.hairline

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: "请留意叫号"
            color: Theme.amber
            font.pixelSize: Theme.hero * 1.6
            font.bold: true
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: "今天还没有叫号，叫到的号码和窗口显示在这里"
            color: Theme.nightSoft
            font.pixelSize: Theme.body
        }
    }
}
