import QtQuick
import Hall.Theme

// What is true of the slip; whatever happens to paper, the number stands.
Column {
    id: words

    required property var kiosk

    readonly property bool trouble: kiosk.paper === "none" || kiosk.paper === "unsure"
    readonly property string cause: {
        switch (trouble ? kiosk.paperTrouble : "") {
        case "paper":
            return qsTr("打印机没有纸了");
        case "cover":
            return qsTr("打印机的盖子没有合好");
        case "knife":
            return qsTr("打印机的切刀卡住了");
        case "mouth":
            return qsTr("出票口被纸卡住了");
        case "offline":
            return qsTr("打印机被停用了");
        case "fault":
            return qsTr("打印机出了故障");
        case "away":
            return qsTr("打印机没有接通");
        default:
            return "";
        }
    }

    spacing: Theme.gap

    Words {
        objectName: "paper-title"
        width: parent.width
        wrapMode: Text.Wrap
        font.pixelSize: Theme.title * 0.9
        font.weight: Font.Bold
        color: words.trouble ? Theme.stop : Theme.ink
        text: {
            if (words.cause !== "")
                return words.cause;
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
        text: {
            if (words.cause !== "")
                return qsTr("号码一样有效。请记下号码，或用手机拍下这张图；要小票，请到咨询台补打。");
            if (words.trouble)
                return qsTr("号码一样有效。请记下号码，或用手机拍下这张图，也可以点“补打小票”。");
            return qsTr("轮到您时，大屏会显示您的号码，窗口的屏上也会显示。");
        }
    }
}
