import QtQuick
import QtQuick.Layouts
import Hall.Theme

// 下一位: the biggest thing, with who it will be and why.
ColumnLayout {
    id: next

    required property var desk
    required property bool keys
    signal clicked

    readonly property var shown: desk.shown

    spacing: Theme.gapSmall

    Touch {
        id: button
        objectName: "call-next"
        Layout.fillWidth: true
        implicitHeight: Theme.target * 2
        enabled: next.desk.can.next
        text: qsTr("下一位")
        spoken: text + (next.shown.next !== "" ? " " + next.shown.next : "") + " " + next.shown.why
        fill: enabled ? Theme.action : Theme.keyboard
        fillPressed: Theme.actionPressed
        outline: enabled ? Theme.action : "transparent"
        onClicked: next.clicked()

        contentItem: RowLayout {
            spacing: Theme.gap

            Words {
                Layout.leftMargin: Theme.gap * 1.6
                Layout.fillWidth: true
                text: button.text
                color: button.enabled ? Theme.actionInk : Theme.softInk
                font.pixelSize: Theme.title * 1.1
                font.weight: Font.Bold
            }
            ColumnLayout {
                Layout.rightMargin: Theme.gap * 1.6
                spacing: 0

                Words {
                    objectName: "next-number"
                    Layout.alignment: Qt.AlignRight
                    visible: text !== ""
                    text: next.shown.next
                    color: button.enabled ? Theme.actionInk : Theme.softInk
                    font.weight: Font.Medium
                }
                Words {
                    Layout.alignment: Qt.AlignRight
                    visible: next.keys
                    text: qsTr("Ctrl+Enter")
                    color: button.enabled ? Theme.actionInk : Theme.softInk
                    font.pixelSize: Theme.small
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.small * 2.8
        spacing: Theme.gapSmall

        Tag {
            Layout.alignment: Qt.AlignTop
            visible: next.shown.nextGreen
            text: qsTr("绿色")
            green: true
        }
        Words {
            objectName: "why"
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            text: next.shown.why
            color: Theme.softInk
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
