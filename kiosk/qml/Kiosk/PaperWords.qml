import QtQuick
import Hall.Theme

// What is true of the slip; whatever happens to paper, the number stands.
Column {
    id: words

    required property var kiosk

    readonly property bool trouble: kiosk.paper === "none" || kiosk.paper === "unsure"

    spacing: Theme.gap

    Words {
        objectName: "paper-title"
        width: parent.width
        wrapMode: Text.Wrap
        font.pixelSize: Theme.title * 0.9
        font.weight: Font.Bold
        color: words.trouble ? Theme.stop : Theme.ink
        text: {
            switch (words.kiosk.paper) {
            case "take":
                return qsTr("请取走小票");
            case "unsure":
                return qsTr("小票可能没有打好");
            case "none":
                return qsTr("小票打不出来");
            default:
                return qsTr("正在打印小票…");
            }
        }
    }
    Words {
        width: parent.width
        wrapMode: Text.Wrap
        lineHeight: 1.25
        text: words.trouble ? qsTr("号码一样有效。请记下号码，或用手机拍下这张图，也可以点“补打小票”。") : qsTr("轮到您时，大屏会显示您的号码，窗口的屏上也会显示。")
    }
}
