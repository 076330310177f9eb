import QtQuick
import Hall.Theme

// In the place of the newest call while nothing can be heard of the hall.
Rectangle {
    id: stale

    required property var words
    readonly property string text: words.title + "：" + words.advice

    radius: Theme.radius
    color: Theme.stop

    Column {
        anchors.centerIn: parent
        spacing: Theme.gapSmall * 0.5
        scale: Math.min(1, (stale.height - Theme.gap) / Math.max(1, height))

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            Glyph {
                anchors.verticalCenter: parent.verticalCenter
                path: "M12 3l10 18H2zM12 10v5M12 18v.1"
                size: Theme.hero
                color: Theme.nightInk
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: stale.words.title
                color: Theme.nightInk
                font.pixelSize: Theme.hero
                font.bold: true
            }
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: stale.words.advice
            color: Theme.nightInk
            font.pixelSize: Theme.hero
            font.bold: true
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: stale.words.history
            color: Theme.nightInk
            font.pixelSize: Theme.body
        }
    }
}
