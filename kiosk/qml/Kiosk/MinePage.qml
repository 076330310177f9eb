pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// How a number stands, large; below it what can be done with it.
Page {
    id: page

    readonly property var mine: kiosk.mine
    readonly property color ink: mine.green ? Theme.greenInk : Theme.actionInk
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge
    readonly property string news: {
        switch (mine.stage) {
        case "waiting":
            return mine.ahead === 0 ? qsTr("下一位就是您") : mine.ahead > 0 ? qsTr("前面还有 %n 人", "", mine.ahead) : qsTr("正在等候");
        case "booked":
            return qsTr("预约时间 %1，到时叫号").arg(mine.bookedFor);
        case "called":
            return qsTr("轮到您了，请到 %1 号窗口").arg(mine.window);
        case "parked":
            return qsTr("窗口请您稍候，会再叫您");
        case "missed":
            return qsTr("叫过您的号了，请尽快到窗口或咨询台说明");
        case "done":
            return qsTr("已办完，谢谢您");
        case "left":
            return qsTr("您已放弃排队");
        case "void":
            return qsTr("这个号已作废，请到咨询台");
        case "past":
            return qsTr("这张号已过期，请重新取号");
        default:
            return "";
        }
    }

    Rectangle {
        id: plate
        width: page.landscape ? Math.round(parent.width * 0.5) : parent.width
        height: page.landscape ? parent.height : Math.max(parent.height * 0.4, news.implicitHeight + Theme.title * 2.4)
        color: page.mine.green ? Theme.green : Theme.action

        Words {
            id: number
            objectName: "mine-number"
            anchors.top: parent.top
            anchors.bottom: news.top
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - Theme.gap * 2
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: page.mine.number
            color: page.ink
            font.pixelSize: Math.max(Theme.title, Math.min(Theme.huge, height / 1.3, width / (Math.max(1, text.length) * 0.66)))
            font.weight: Font.Bold
        }
        Words {
            id: news
            objectName: "mine-news"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - Theme.gap * 2
            horizontalAlignment: Text.AlignHCenter
            text: page.news
            color: page.ink
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
    }
    Item {
        id: room
        anchors.left: page.landscape ? plate.right : parent.left
        anchors.top: page.landscape ? parent.top : plate.bottom
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: page.lines < 34 ? Theme.gapSmall : Theme.gap
        anchors.leftMargin: page.side
        anchors.rightMargin: page.side

        Column {
            anchors.top: parent.top
            width: parent.width
            spacing: Theme.gapSmall

            component Line: Words {
                width: parent ? parent.width : 0
                visible: text !== ""
                font.pixelSize: page.lines < 24 ? Theme.small : page.lines < 34 ? Theme.body : Theme.strong
                wrapMode: Text.Wrap
            }

            Line {
                objectName: "mine-sure"
                visible: page.mine.leaving
                text: qsTr("放弃后这个号不能再用，要重新取号排队。")
                color: Theme.stop
                font.weight: Font.Bold
            }
            Line {
                visible: text !== "" && !page.mine.leaving
                text: page.mine.wait !== "" ? qsTr("大约等待 %1").arg(page.mine.wait) : ""
            }
            Line {
                visible: text !== "" && !page.mine.leaving
                text: page.mine.place !== "" ? qsTr("请在%1附近等候").arg(page.mine.place) : ""
            }
            Line {
                visible: text !== "" && page.lines > 20 && !page.mine.leaving
                text: page.mine.item !== "" ? qsTr("办理事项：%1").arg(page.mine.item) : ""
            }
            Line {
                objectName: "mine-score"
                visible: text !== ""
                text: page.mine.score > 0 ? qsTr("您的评价：%1。谢谢您").arg(faces.words[page.mine.score - 1]) : ""
            }
            Line {
                visible: !page.mine.byCode && page.lines > 20
                text: page.mine.mayPrint ? "" : qsTr("补打、评价、放弃排队，请出示小票上的二维码，或到咨询台。")
                color: Theme.softInk
                font.pixelSize: page.lines < 34 ? Theme.small : Theme.body
            }
        }
        Scores {
            id: faces
        }
        Flow {
            id: buttons

            readonly property int shown: (page.mine.rateWindow > 0 && !page.mine.leaving ? 1 : 0) + (page.mine.mayPrint && !page.mine.leaving ? 1 : 0) + (page.mine.mayLeave ? 1 : 0) + 1
            readonly property real share: Math.floor((width - spacing) / 2)
            readonly property real high: Math.max(Theme.target * 1.15, ...[rate, again, leave, fine].map(one => one.visible ? one.implicitHeight : 0))

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gapSmall

            component Act: Touch {
                width: buttons.share
                height: buttons.high
                padding: Theme.gapSmall
                enabled: !page.kiosk.visit.busy
            }

            Act {
                id: rate
                objectName: "mine-rate"
                visible: page.mine.rateWindow > 0 && !page.mine.leaving
                text: qsTr("评价服务")
                onClicked: page.mine.askRating()
            }
            Act {
                id: again
                objectName: "mine-print"
                visible: page.mine.mayPrint && !page.mine.leaving
                text: qsTr("补打小票")
                onClicked: page.mine.printAgain()
            }
            Act {
                id: leave
                objectName: page.mine.leaving ? "mine-leave-yes" : "mine-leave"
                visible: page.mine.mayLeave
                text: page.mine.leaving ? qsTr("确定放弃") : qsTr("不等了")
                onClicked: page.mine.leaving ? page.mine.leave() : page.mine.askLeaving(true)
            }
            Act {
                id: fine
                objectName: page.mine.leaving ? "mine-leave-no" : "mine-done"
                width: buttons.shown % 2 ? buttons.width : buttons.share
                fill: Theme.chosen
                fillPressed: Theme.chosenPressed
                outline: Theme.chosen
                labelColor: Theme.chosenInk
                text: page.mine.leaving ? qsTr("不放弃") : qsTr("好了")
                onClicked: page.mine.leaving ? page.mine.askLeaving(false) : page.kiosk.visit.finish()
            }
        }
    }
}
