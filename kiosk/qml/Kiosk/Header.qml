pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Emblem, hall, date and clock: the same place on every screen.
RowLayout {
    id: header

    required property var kiosk
    property bool compact: false

    spacing: Theme.gap

    // Staff know that five touches here ask for their PIN; everybody else has touched nothing.
    component Knock: MouseArea {
        objectName: "emblem"
        onPressed: {
            header.kiosk.presence.touched();
            header.kiosk.staff.knock();
        }
    }

    Rectangle {
        Layout.preferredWidth: Theme.strong * 1.8
        Layout.preferredHeight: Theme.strong * 1.8
        visible: !header.compact
        radius: Theme.radius
        color: Theme.action

        Words {
            anchors.centerIn: parent
            text: header.kiosk.emblem
            aloud: ""
            color: Theme.actionInk
            font.pixelSize: Theme.strong
            font.weight: Font.Bold
        }
        Knock {
            anchors.fill: parent
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

            Knock {
                anchors.fill: parent
                visible: header.compact
            }
        }
        Words {
            visible: !header.compact
            text: header.kiosk.date
            aloud: ""
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
    }
    Words {
        text: header.kiosk.clock
        aloud: ""
        font.pixelSize: header.compact ? Theme.strong : Theme.title * 1.2
        font.weight: Font.Medium
    }
}
