pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Before a card is read: what is read, why, for how long; and another way for who would rather not.
Page {
    id: page

    readonly property var booking: kiosk.booking

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.lines < 34 ? Theme.gap : Theme.gapLarge
        anchors.topMargin: page.lines < 34 ? Theme.gapSmall : Theme.gapLarge
        anchors.bottomMargin: page.lines < 34 ? Theme.gapSmall : Theme.gapLarge
        spacing: page.lines < 34 ? Theme.gapSmall : Theme.gap

        Words {
            objectName: "card-title"
            Layout.fillWidth: true
            text: page.booking.agreed ? qsTr("请把身份证放在读卡区") : qsTr("用身份证签到")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Repeater {
            model: page.booking.agreed ? [qsTr("已经放着的，请拿起来再放一次。")] : page.lines < 20 ? [qsTr("只读证件号码，用来找您的预约；找完就丢掉，不保存。")] : [qsTr("读什么：只用身份证号码，不看照片和住址。"), qsTr("为什么：用来找到您的预约。"), qsTr("多久：找完就丢掉，这台机器不保存。")]

            Words {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
                font.pixelSize: page.lines < 24 ? Theme.small : page.lines < 38 ? Theme.body : Theme.strong
                wrapMode: Text.Wrap
            }
        }
        Words {
            objectName: "card-trouble"
            Layout.fillWidth: true
            visible: text !== ""
            text: page.booking.trouble
            color: Theme.stop
            font.pixelSize: page.lines < 24 ? Theme.small : Theme.body
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        Item {
            Layout.fillHeight: true
        }
        Touch {
            objectName: "card-agree"
            Layout.fillWidth: true
            visible: !page.booking.agreed
            enabled: page.booking.canReadCard && !page.kiosk.visit.busy
            padding: Theme.gapSmall
            fill: page.booking.canReadCard ? Theme.action : Theme.card
            fillPressed: Theme.actionPressed
            outline: page.booking.canReadCard ? Theme.action : Theme.line
            labelColor: page.booking.canReadCard ? Theme.actionInk : Theme.softInk
            labelSize: page.lines < 24 ? Theme.body : Theme.strong
            text: qsTr("同意，读身份证")
            onClicked: page.booking.agree()
        }
        Touch {
            objectName: "card-decline"
            Layout.topMargin: Theme.hairline * 2
            Layout.fillWidth: true
            enabled: !page.kiosk.visit.busy
            padding: Theme.gapSmall
            labelSize: page.lines < 24 ? Theme.body : Theme.strong
            text: qsTr("不读身份证，输入预约号")
            onClicked: page.kiosk.visit.back()
        }
    }
}
