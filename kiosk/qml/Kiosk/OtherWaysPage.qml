pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The other ways to complain, as the hall names them.
Page {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.lines < 24 ? Theme.gap : Theme.gapLarge
        spacing: page.lines < 34 ? Theme.gapSmall : Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("其他投诉方式")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Repeater {
            model: page.kiosk.request.otherWays

            ColumnLayout {
                id: way

                required property var modelData

                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: way.modelData.name
                    font.pixelSize: page.lines < 24 ? Theme.body : Theme.strong
                    font.weight: Font.Bold
                    wrapMode: Text.Wrap
                }
                Words {
                    Layout.fillWidth: true
                    text: way.modelData.how
                    font.pixelSize: page.lines < 38 ? Theme.small : Theme.body
                    wrapMode: Text.Wrap
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
