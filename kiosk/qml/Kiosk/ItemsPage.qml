pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Which of the hall's items: frequent ones first, by department, by type, by letters.
Item {
    id: page

    required property var kiosk
    required property bool landscape

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapLarge
            Layout.rightMargin: Theme.gapLarge
            Layout.topMargin: page.landscape ? Theme.gap : Theme.gapLarge
            Layout.bottomMargin: page.landscape ? Theme.gapSmall : Theme.gap

            Words {
                Layout.fillWidth: true
                text: qsTr("要办哪件事？")
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
            Words {
                text: page.kiosk.clock
                font.pixelSize: Theme.title
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: page.landscape ? 2 : 1
            columnSpacing: 0
            rowSpacing: 0

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.leftMargin: Theme.gapLarge
                Layout.rightMargin: page.landscape ? Theme.gap : Theme.gapLarge
                spacing: Theme.gap

                SearchField {
                    kiosk: page.kiosk
                    Layout.fillWidth: true
                }
                Ways {
                    kiosk: page.kiosk
                    Layout.fillWidth: true
                }
                ItemRows {
                    kiosk: page.kiosk
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
            KeyPad {
                kiosk: page.kiosk
                Layout.fillWidth: !page.landscape
                Layout.preferredWidth: page.landscape ? page.width * 0.46 : -1
                Layout.fillHeight: page.landscape
            }
        }
        Footer {
            kiosk: page.kiosk
            Layout.fillWidth: true
        }
    }
}
