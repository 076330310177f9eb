import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What most people came for is the biggest thing.
Page {
    id: page

    readonly property real side: landscape && lines < 24 ? Theme.gap : Theme.gapLarge

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Header {
            kiosk: page.kiosk
            compact: page.lines < 24
            Layout.fillWidth: true
            Layout.leftMargin: page.side
            Layout.rightMargin: page.side
            Layout.topMargin: page.lines < 34 ? Theme.gapSmall : Theme.gapLarge
            Layout.bottomMargin: page.lines < 34 ? Theme.gapSmall : Theme.gap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.leftMargin: page.side
            Layout.rightMargin: page.side
            Layout.preferredHeight: count.implicitHeight + Theme.gap
            visible: page.landscape ? page.lines > 24 : page.lines > 38
            radius: Theme.radius
            color: Theme.actionTint

            Figure {
                id: count
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.gap
                width: parent.width - Theme.gap * 2
                wrapMode: Text.Wrap
                words: page.kiosk.staff.closed ? qsTr("本机暂停取号，请用旁边的取号机，或到咨询台") : page.kiosk.waiting.live ? qsTr("当前等候 %n 人", "", page.kiosk.waiting.total) : qsTr("等候人数暂时读不到，请以窗口叫号为准")
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: page.side
            Layout.rightMargin: page.side
            Layout.topMargin: page.lines < 40 ? Theme.gapSmall : Theme.gapLarge
            Layout.bottomMargin: page.lines < 40 ? Theme.gapSmall : Theme.gap
            visible: page.lines > 20
            text: qsTr("您好，请问办什么事？")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: page.side
            Layout.rightMargin: page.side
            columns: page.landscape ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            BigAction {
                objectName: "take-number"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 1
                enabled: !page.kiosk.visit.busy
                title: qsTr("取号办事")
                lines: [qsTr("选好事项，领一张排队号")]
                fill: Theme.action
                fillPressed: Theme.actionPressed
                // A ticket with its stub.
                drawing: "M3 6 H21 V10 A2 2 0 0 0 21 14 V18 H3 V14 A2 2 0 0 0 3 10 Z M9.5 6.5 V8 M9.5 11 V13 M9.5 16 V17.5 M13 10 H18 M13 14 H18"
                onClicked: page.kiosk.visit.takeNumber()
            }
            BigAction {
                objectName: "green-channel"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 1
                enabled: !page.kiosk.visit.busy
                title: qsTr("绿色通道")
                lines: [qsTr("老年人、病弱、残疾人、孕妇等"), qsTr("点一下就取号，优先办理")]
                fill: Theme.green
                fillPressed: Theme.greenPressed
                ink: Theme.greenInk
                // A person in a wheelchair.
                drawing: "M10.5 4.5 A1.6 1.6 0 1 0 10.5 4.4 M10.5 7 V13 H15.5 L19 19 M10.5 9.7 H14.5 M8.3 12.2 A4.6 4.6 0 1 0 14.8 17.4"
                onClicked: page.kiosk.ticket.greenChannel()
            }
        }
        // Further beginnings of a visit stand here, two in a row.
        GridLayout {
            Layout.fillWidth: true
            Layout.margins: page.side
            Layout.topMargin: Theme.gap
            Layout.bottomMargin: page.lines < 34 ? Theme.gapSmall : page.side
            columns: 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            SmallAction {
                objectName: "check-in"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: page.lines < 34 ? implicitHeight : Theme.body * 4.8
                enabled: !page.kiosk.visit.busy
                title: qsTr("预约签到")
                line: qsTr("约好了时间的，在这里签到取号")
                drawing: "M4 5 H20 V20 H4 Z M4 9.5 H20 M8 3 V7 M16 3 V7 M8.5 14.5 L11 17 L15.5 12.5"
                onClicked: page.kiosk.booking.begin()
            }
            SmallAction {
                objectName: "look-up"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: page.lines < 34 ? implicitHeight : Math.max(implicitHeight, Theme.body * 4.4)
                enabled: !page.kiosk.visit.busy
                title: qsTr("事项查询与告知单")
                line: qsTr("看要什么材料、多久办好，打印告知单")
                drawing: "M6 3 H14 L19 8 V21 H6 Z M14 3 V8 H19 M9 12 H16 M9 15.5 H16 M9 19 H13"
                onClicked: page.kiosk.visit.lookUp()
            }
            SmallAction {
                objectName: "my-ticket"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: page.lines < 34 ? implicitHeight : Math.max(implicitHeight, Theme.body * 4.4)
                enabled: !page.kiosk.visit.busy
                title: qsTr("我的号")
                line: qsTr("看前面还有几人，补打小票，评价服务")
                drawing: "M3 6 H21 V10 A2 2 0 0 0 21 14 V18 H3 V14 A2 2 0 0 0 3 10 Z M12 9.5 V12 L14 13.5 M12 8 A4 4 0 1 1 11.9 8"
                onClicked: page.kiosk.mine.open()
            }
            SmallAction {
                objectName: "ask-help"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: page.lines < 34 ? implicitHeight : Math.max(implicitHeight, Theme.body * 4.4)
                enabled: !page.kiosk.visit.busy
                title: qsTr("帮办代办/上门服务")
                line: qsTr("有人帮、有人代，来不了可以上门")
                // Two hands, one above the other.
                drawing: "M4 14 C7 11 9 11 12 13 H16 A1.5 1.5 0 0 1 16 16 H11 M16 15 L20 12 A1.4 1.4 0 0 1 21.5 14 L16 19 H8 L4 17 M12 9 L9.5 6.5 A1.8 1.8 0 0 1 12 4.2 A1.8 1.8 0 0 1 14.5 6.5 Z"
                onClicked: page.kiosk.request.openHelp()
            }
            SmallAction {
                objectName: "report"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: page.lines < 34 ? implicitHeight : Math.max(implicitHeight, Theme.body * 4.4)
                enabled: !page.kiosk.visit.busy
                title: qsTr("反映与投诉")
                line: qsTr("现场投诉、办不成事，都有人管")
                drawing: "M3 4 H21 V16 H12 L7 20.5 V16 H3 Z M12 7 V11 M12 13 V13.2"
                onClicked: page.kiosk.request.openReport()
            }
        }
    }
}
