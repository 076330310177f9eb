import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The number at once and huge; the slip coming out; where to go and how long.
Item {
    id: page

    required property var kiosk
    required property bool landscape

    readonly property color ground: kiosk.green ? Theme.green : Theme.action

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: page.landscape ? 2 : 1
            columnSpacing: 0
            rowSpacing: 0

            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: page.landscape
                Layout.preferredWidth: page.landscape ? page.width * 0.52 : -1
                Layout.preferredHeight: 640 * Theme.unit
                color: page.ground

                Column {
                    anchors.centerIn: parent
                    width: parent.width - Theme.gapLarge * 2
                    spacing: Theme.gapSmall

                    Words {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: page.kiosk.green ? qsTr("绿色通道 · 您的号码") : qsTr("您的号码")
                        color: Theme.actionInk
                        font.pixelSize: Theme.strong
                    }
                    Words {
                        objectName: "number"
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        height: Theme.huge * 1.02
                        verticalAlignment: Text.AlignVCenter
                        text: page.kiosk.number
                        color: Theme.actionInk
                        font.pixelSize: Theme.huge
                        font.weight: Font.Bold
                        fontSizeMode: Text.HorizontalFit
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("您的号码%1").arg(text)
                    }
                    Words {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: page.kiosk.place !== "" ? qsTr("请到%1附近等候").arg(page.kiosk.place) : qsTr("请到%1").arg(page.kiosk.desk)
                        color: Theme.actionInk
                        font.pixelSize: Theme.title * 0.95
                        font.weight: Font.Medium
                        wrapMode: Text.Wrap
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: Theme.gapLarge
                Layout.topMargin: page.landscape ? Theme.gapLarge : Theme.gap
                Layout.bottomMargin: Theme.gap
                spacing: Theme.gap

                Facts {
                    kiosk: page.kiosk
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                    Layout.maximumHeight: Theme.gapLarge
                }
                RowLayout {
                    Layout.fillWidth: true
                    Layout.preferredHeight: 540 * Theme.unit
                    spacing: Theme.gapLarge

                    SlipDrawing {
                        kiosk: page.kiosk
                        Layout.preferredWidth: Math.min(400 * Theme.unit, height * 0.74)
                        Layout.fillHeight: true
                    }
                    PaperWords {
                        kiosk: page.kiosk
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignVCenter
                    }
                }
                Item {
                    Layout.fillHeight: true
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Touch {
                        objectName: "print-again"
                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.target * 1.4
                        enabled: page.kiosk.paper !== "printing"
                        opacity: page.kiosk.paper !== "printing" ? 1 : 0.5
                        text: qsTr("补打小票")
                        onClicked: page.kiosk.printAgain()
                    }
                    Touch {
                        objectName: "done"
                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.target * 1.4
                        fill: Theme.ink
                        fillPressed: Theme.softInk
                        outline: Theme.ink
                        text: qsTr("好了")
                        onClicked: page.kiosk.finish()
                        labelColor: Theme.actionInk
                    }
                }
            }
        }
        Footer {
            kiosk: page.kiosk
            Layout.fillWidth: true
        }
    }
}
