import QtQuick
import Hall.Theme

// What is true of the slip; whatever happens to paper, the number stands.
Column {
    id: words

    required property var ticket
    required property real room
    // A one-time notice instead of a number's slip.
    property bool notice: false
    property string calm: qsTr("轮到您时，大屏会显示您的号码，窗口的屏上也会显示。")
    property string calmBrief: qsTr("请看大屏叫号。")

    readonly property bool trouble: ticket.paper === "none" || ticket.paper === "unsure"
    readonly property string cause: {
        switch (trouble ? ticket.trouble : "") {
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

    spacing: Theme.gapSmall

    Words {
        id: title
        live: true
        objectName: "paper-title"
        width: parent.width
        wrapMode: Text.Wrap
        font.pixelSize: words.room > Theme.title * 6 ? Theme.title * 0.9 : Theme.strong
        font.weight: Font.Bold
        color: words.trouble ? Theme.stop : Theme.ink
        text: {
            if (words.cause !== "")
                return words.cause;
            switch (words.ticket.paper) {
            case "take":
                return words.notice ? qsTr("请取走告知单") : qsTr("请取走小票");
            case "unsure":
                return words.notice ? qsTr("告知单可能没有打好") : qsTr("小票可能没有打好");
            case "none":
                return words.notice ? qsTr("告知单打不出来") : qsTr("小票打不出来");
            default:
                return words.notice ? qsTr("正在打印告知单…") : qsTr("正在打印小票…");
            }
        }
    }
    Words {
        width: parent.width
        wrapMode: Text.Wrap
        // The longest that fits: what is told in full where there is room is told in short elsewhere.
        text: words.fitting
        live: true
        visible: text !== ""
        font.pixelSize: words.room > Theme.body * 9 ? Theme.body : Theme.small
    }

    readonly property string full: {
        if (notice)
            return trouble ? qsTr("请到咨询台领取，告诉工作人员告知单号；也可以返回，在屏幕上看。") : qsTr("材料、流程、时限都在单子上。照着准备，少跑一趟。");
        if (cause !== "")
            return qsTr("号码一样有效。请记下号码，或用手机拍下这张图；要小票，请到咨询台补打。");
        if (trouble)
            return qsTr("号码一样有效。请记下号码，或用手机拍下这张图，也可以点“补打小票”。");
        return calm;
    }
    readonly property string brief: notice ? (trouble ? qsTr("请到咨询台领取。") : qsTr("请照着准备材料。")) : trouble ? qsTr("号码一样有效，请记下号码。") : calmBrief
    readonly property string fitting: measure(full) ? full : measure(brief) ? brief : ""

    function measure(text: string): bool {
        const size = room > Theme.body * 9 ? Theme.body : Theme.small;
        const wide = /[\u4e00-\u9fff]/.test(text) ? 1 : 0.56;
        const rows = Math.ceil(text.length * size * wide * 1.06 / Math.max(1, width));
        return title.implicitHeight + spacing + rows * size * 1.5 <= room;
    }
}
