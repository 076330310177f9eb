import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Emblem, hall, date and clock: the same place on every screen.
RowLayout {
    id: header

    required property var kiosk

    spacing: Theme.gap

    Rectangle {
        Layout.preferredWidth: Theme.title * 1.4
        Layout.preferredHeight: Theme.title * 1.4
        radius: Theme.radius
        color: Theme.action

        Words {
            anchors.centerIn: parent
            text: header.kiosk.emblem
            color: Theme.actionInk
            font.pixelSize: Theme.strong
            font.weight: Font.Bold
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            Layout.fillWidth: true
            text: header.kiosk.hallName
            font.pixelSize: text.length > 13 ? Theme.body : Theme.strong
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            text: header.kiosk.date
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }
    Words {
        text: header.kiosk.clock
        font.pixelSize: Theme.title * 1.3
        font.weight: Font.Medium
    }
}
