import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What most people came for is the biggest thing.
Item {
    id: page

    required property var kiosk
    required property bool landscape

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Header {
            kiosk: page.kiosk
            Layout.fillWidth: true
            Layout.margins: Theme.gapLarge
            Layout.bottomMargin: Theme.gap
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapLarge
            Layout.rightMargin: Theme.gapLarge
            Layout.preferredHeight: Theme.target * 1.1
            radius: Theme.radius
            color: Theme.actionTint

            Row {
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.gap
                spacing: Theme.gapLarge
                visible: page.kiosk.live

                Figure {
                    before: qsTr("当前等候")
                    value: page.kiosk.waiting
                    after: qsTr("人")
                }
                Figure {
                    before: qsTr("窗口")
                    value: page.kiosk.windows
                    after: qsTr("个")
                }
            }
            Words {
                anchors.centerIn: parent
                visible: !page.kiosk.live
                text: qsTr("等候人数暂时读不到，请以窗口叫号为准")
            }
        }
        Words {
            Layout.leftMargin: Theme.gapLarge
            Layout.topMargin: page.landscape ? Theme.gap : Theme.gapLarge
            Layout.bottomMargin: Theme.gap
            text: qsTr("您好，请问办什么事？")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.gapLarge
            Layout.rightMargin: Theme.gapLarge
            Layout.bottomMargin: page.landscape ? Theme.gap : Theme.gapLarge
            columns: page.landscape ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            BigAction {
                objectName: "take-number"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: 640 * Theme.unit
                enabled: !page.kiosk.busy
                opacity: page.kiosk.busy ? 0.6 : 1
                title: qsTr("取号办事")
                lines: [qsTr("选好事项，领一张排队号")]
                fill: Theme.action
                fillPressed: Theme.actionPressed
                // A ticket with its stub.
                drawing: "M3 6 H21 V10 A2 2 0 0 0 21 14 V18 H3 V14 A2 2 0 0 0 3 10 Z M9.5 6.5 V8 M9.5 11 V13 M9.5 16 V17.5 M13 10 H18 M13 14 H18"
                onClicked: page.kiosk.takeNumber()
            }
            BigAction {
                objectName: "green-channel"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: 640 * Theme.unit
                enabled: !page.kiosk.busy
                opacity: page.kiosk.busy ? 0.6 : 1
                title: qsTr("绿色通道")
                lines: [qsTr("老年人、病弱、残疾人、孕妇等"), qsTr("点一下就取号，优先办理")]
                fill: Theme.green
                fillPressed: Theme.greenPressed
                // A person in a wheelchair.
                drawing: "M10.5 4.5 A1.6 1.6 0 1 0 10.5 4.4 M10.5 7 V13 H15.5 L19 19 M10.5 9.7 H14.5 M8.3 12.2 A4.6 4.6 0 1 0 14.8 17.4"
                onClicked: page.kiosk.greenChannel()
            }
            Item {
                Layout.fillHeight: true
                visible: !page.landscape
            }
        }
        Footer {
            kiosk: page.kiosk
            canGoBack: false
            Layout.fillWidth: true
        }
    }
}
