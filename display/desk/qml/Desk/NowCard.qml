import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The ticket at the window: number, for what, how long.
Rectangle {
    id: now

    required property var desk

    readonly property var shown: desk.shown
    readonly property bool somebody: shown.number !== ""

    color: Theme.card
    // As high with a ticket as without: the keys below never move under the hand.
    implicitHeight: Theme.hero * 1.9 + Theme.body * 1.5 + Theme.small * 1.5 + Theme.gap * 1.6

    ColumnLayout {
        id: column
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap * 1.3
        width: parent.width - x * 2
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Words {
                objectName: "number"
                Layout.fillWidth: true
                text: now.somebody ? now.shown.number : qsTr("没有叫号")
                color: !now.somebody ? Theme.softInk : now.shown.green ? Theme.green : Theme.ink
                font.pixelSize: now.somebody ? Theme.hero * 1.35 : Theme.title
                font.weight: Font.Bold
                fontSizeMode: Text.FixedSize
            }
            ColumnLayout {
                visible: now.somebody
                spacing: 0

                Words {
                    objectName: "state"
                    Layout.alignment: Qt.AlignRight
                    text: now.shown.state
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }
                Words {
                    Layout.alignment: Qt.AlignRight
                    text: now.desk.lasting
                    color: Theme.softInk
                }
            }
        }
        Words {
            objectName: "service"
            Layout.fillWidth: true
            visible: now.somebody
            text: now.shown.service
            elide: Text.ElideRight
        }
        Words {
            objectName: "rating"
            Layout.fillWidth: true
            visible: text !== ""
            text: now.shown.rating
            color: Theme.softInk
            font.pixelSize: Theme.small
            elide: Text.ElideRight
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
}
