pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A short list with its title: what is due today, what was dealt with.
Rectangle {
    id: area

    required property string title
    required property string none
    required property var lines

    color: Theme.card
    radius: Theme.radius * 0.7
    border.color: Theme.line
    border.width: Theme.hairline

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap * 0.5
        spacing: Theme.gapSmall * 0.5

        Words {
            text: list.count > 0 ? area.title + " " + list.count : area.title
            font.pixelSize: Theme.small
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: list.count === 0
            text: area.none
            color: Theme.softInk
            font.pixelSize: Theme.small
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: count > 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: area.lines

            delegate: RowLayout {
                id: row

                required property string time
                required property string text
                required property bool late

                width: list.width
                spacing: Theme.gapSmall

                Glyph {
                    visible: row.late
                    size: Theme.small
                    color: Theme.stop
                    path: "M12 3l10 18H2zM12 10v5M12 18v.1"
                }
                Words {
                    text: row.time
                    color: row.late ? Theme.stop : Theme.softInk
                    font.pixelSize: Theme.small
                    font.weight: row.late ? Font.Bold : Font.Normal
                }
                Words {
                    Layout.fillWidth: true
                    text: row.text
                    font.pixelSize: Theme.small
                    elide: Text.ElideRight
                }
            }
        }
    }
}
