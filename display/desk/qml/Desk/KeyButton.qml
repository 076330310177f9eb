import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A key with its word and its letter; what cannot be pressed now is grey, not gone.
Touch {
    id: key

    property string letter

    Layout.fillWidth: true
    implicitHeight: Theme.target * 1.15
    fill: enabled ? Theme.card : Theme.keyboard
    outline: enabled ? Theme.border : "transparent"
    spoken: letter !== "" ? text + " " + letter : text

    contentItem: RowLayout {
        spacing: Theme.gapSmall

        Words {
            Layout.leftMargin: Theme.gap
            Layout.fillWidth: true
            text: key.text
            color: key.enabled ? Theme.ink : Theme.softInk
            font.weight: Font.Medium
            elide: Text.ElideRight
        }
        Rectangle {
            visible: key.letter !== ""
            Layout.rightMargin: Theme.gap
            implicitWidth: Theme.body * 1.3
            implicitHeight: Theme.body * 1.3
            radius: Theme.radius * 0.4
            color: "transparent"
            border.color: Theme.border
            border.width: Theme.hairline

            Words {
                anchors.centerIn: parent
                text: key.letter
                color: Theme.softInk
                font.pixelSize: Theme.small
            }
        }
    }
}
