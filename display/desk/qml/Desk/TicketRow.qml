import QtQuick
import QtQuick.Layouts
import Hall.Theme

// One ticket of a list: number, class in a word, item, minutes.
Touch {
    id: row

    required property string number
    required property string mark
    required property bool green
    required property string name
    required property string waited

    objectName: "row-" + number
    implicitHeight: Theme.target * 0.95
    corner: 0
    outline: "transparent"
    text: number
    spoken: [number, mark, name, waited].filter(part => part !== "").join(" ")

    contentItem: RowLayout {
        spacing: Theme.gapSmall

        Words {
            Layout.leftMargin: Theme.gap
            Layout.preferredWidth: Theme.body * 3.2
            text: row.number
            color: row.green ? Theme.green : Theme.ink
            font.weight: Font.Bold
        }
        Tag {
            visible: row.mark !== ""
            text: row.mark
            green: row.green
        }
        Words {
            Layout.fillWidth: true
            text: row.name
            font.pixelSize: Theme.small
            elide: Text.ElideRight
        }
        Words {
            Layout.rightMargin: Theme.gap
            text: row.waited
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
}
