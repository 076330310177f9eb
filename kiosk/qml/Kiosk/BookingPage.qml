pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Which booking: its number typed, its code scanned, or a card read, as far as the kiosk can.
Page {
    id: page

    readonly property var booking: kiosk.booking
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge

    // Digits of a real keyboard, where there is one.
    Keys.onPressed: event => {
        if (/^[0-9]$/.test(event.text))
            booking.typeDigit(event.text);
        else if (event.key === Qt.Key_Backspace)
            booking.erase();
        else
            return;
        event.accepted = true;
    }

    GridLayout {
        anchors.fill: parent
        columns: page.landscape ? 2 : 1
        columnSpacing: 0
        rowSpacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: page.landscape
            Layout.preferredWidth: 1
            Layout.leftMargin: page.side
            Layout.rightMargin: page.side
            Layout.topMargin: page.lines < 34 ? Theme.gapSmall : Theme.gapLarge
            Layout.bottomMargin: page.lines < 34 ? Theme.gapSmall : Theme.gap
            spacing: page.lines < 34 ? Theme.gapSmall : Theme.gap

            Words {
                Layout.fillWidth: true
                text: qsTr("请输入预约号")
                font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
            Words {
                Layout.fillWidth: true
                visible: page.lines > 19
                text: page.booking.canScan ? qsTr("预约号是告知单上的数字，没有就输预约时留的电话。也可以把单子上的二维码对准扫码口。") : qsTr("预约号是告知单上的数字，没有就输预约时留的电话。")
                color: Theme.softInk
                font.pixelSize: page.lines < 34 ? Theme.small : Theme.body
                wrapMode: Text.Wrap
            }
            Words {
                Layout.fillWidth: true
                visible: page.lines <= 19
                text: page.booking.canScan ? qsTr("或电话，或扫二维码") : qsTr("或预约时留的电话")
                color: Theme.softInk
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
            Rectangle {
                objectName: "booking-typed"
                Layout.fillWidth: true
                implicitHeight: Theme.strong * 1.9
                radius: Theme.radius
                color: Theme.card
                border.color: Theme.action
                border.width: Theme.hairline * 2
                Accessible.role: Accessible.StaticText
                Accessible.name: page.booking.typed === "" ? qsTr("还没有输入") : page.booking.typed

                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.gap
                    width: parent.width - Theme.gap * 2
                    elide: Text.ElideLeft // who types looks at the end
                    text: page.booking.typed
                    font.pixelSize: Theme.strong
                }
            }
            Item {
                Layout.fillHeight: page.landscape
            }
            Touch {
                objectName: "booking-card"
                Layout.fillWidth: true
                visible: page.booking.canReadCard
                enabled: !page.kiosk.visit.busy
                padding: Theme.gapSmall
                labelSize: page.lines < 24 ? Theme.small : Theme.body
                text: qsTr("改用身份证签到")
                onClicked: page.booking.useCard()
            }
            Touch {
                objectName: "booking-submit"
                Layout.fillWidth: true
                enabled: page.booking.ready && !page.kiosk.visit.busy
                padding: Theme.gapSmall
                fill: page.booking.ready ? Theme.action : Theme.card
                fillPressed: Theme.actionPressed
                outline: page.booking.ready ? Theme.action : Theme.line
                labelColor: page.booking.ready ? Theme.actionInk : Theme.softInk
                Layout.topMargin: Theme.hairline * 2
                labelSize: page.lines < 24 ? Theme.body : Theme.strong
                text: qsTr("签到取号")
                onClicked: page.booking.submit()
            }
        }
        DigitPad {
            Layout.fillWidth: !page.landscape
            Layout.fillHeight: true
            Layout.preferredWidth: page.landscape ? page.width * 0.46 : -1
            Layout.minimumWidth: Layout.preferredWidth
            onDigit: digit => page.booking.typeDigit(digit)
            onErase: page.booking.erase()
            onClear: page.booking.clear()
        }
    }
}
