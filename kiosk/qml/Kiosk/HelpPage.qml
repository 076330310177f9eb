pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// How this works, and where a person helps: the help key of the keypad leads here.
Page {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.lines < 24 ? Theme.gap : Theme.gapLarge
        spacing: page.lines < 34 ? Theme.gapSmall : Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("需要帮忙？")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Repeater {
            model: [
                qsTr("请到%1，工作人员帮您。").arg(page.kiosk.desk),
                qsTr("取号：点“取号办事”，再点要办的事。"),
                qsTr("老年人、病弱、残疾人、孕妇等：点“绿色通道”，一下就取号。"),
                qsTr("用按键：上下键换选项，确认键选定。"),
                qsTr("屏幕下方可以换大字、高对比、低位和英文。"),
            ].slice(0, page.lines < 20 ? 4 : 5)

            Words {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
                font.pixelSize: page.lines < 24 ? Theme.small : page.lines < 38 ? Theme.body : Theme.strong
                wrapMode: Text.Wrap
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
