import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Which window this is, who sits here, the clock.
Rectangle {
    id: header

    required property var desk
    required property var post
    signal settingsWanted

    color: Theme.card
    implicitHeight: row.implicitHeight + Theme.gapSmall * 2

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gap * 1.3
        anchors.rightMargin: Theme.gapSmall
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            text: qsTr("%1号窗口 · %2").arg(header.desk.window).arg(header.desk.windowName)
            font.weight: Font.Bold
            elide: Text.ElideRight
        }
        Words {
            objectName: "person"
            visible: text !== ""
            text: header.post.person
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Words {
            objectName: "clock"
            text: header.desk.clock
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        Touch {
            id: gear
            objectName: "settings"
            spoken: qsTr("面板设置")
            outline: "transparent"
            onClicked: header.settingsWanted()

            contentItem: Item {
                Glyph {
                    anchors.centerIn: parent
                    size: Theme.strong
                    color: Theme.softInk
                    path: "M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 0 .01 0M8 14.5a2.5 2.5 0 1 0 .01 0"
                }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
}
