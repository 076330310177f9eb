import QtQuick
import Hall.Theme

// The notice at the bottom; it runs only when it is wider than the bar.
Rectangle {
    id: bar

    required property string text
    required property string label
    required property bool alarm

    readonly property bool runs: words.implicitWidth > view.width
    readonly property real step: words.implicitWidth + 2 * Theme.gapLarge

    implicitHeight: Theme.unit * 90
    color: alarm ? Theme.stop : Theme.nightDeep

    Words {
        id: title
        x: Theme.gapLarge
        anchors.verticalCenter: parent.verticalCenter
        text: bar.label
        color: bar.alarm ? Theme.nightInk : Theme.amber
        font.pixelSize: Theme.body
        font.bold: true
    }

    Item {
        id: view
        objectName: "noticeView"
        x: title.x + title.width + Theme.gapLarge * 0.7
        width: bar.width - x - Theme.gapLarge
        height: bar.height
        clip: true

        Row {
            id: strip
            height: parent.height
            spacing: 2 * Theme.gapLarge

            Words {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                text: bar.text
                color: Theme.nightInk
                font.pixelSize: Theme.body
            }

            Words {
                visible: bar.runs
                anchors.verticalCenter: parent.verticalCenter
                text: bar.text
                color: Theme.nightInk
                font.pixelSize: Theme.body
            }

            // The second copy arrives where the first began.
            SequentialAnimation on x {
                running: bar.runs
                loops: Animation.Infinite
                onStopped: strip.x = 0
                PropertyAction { value: 0 }
                PauseAnimation { duration: Theme.flashMs * 8 }
                NumberAnimation { to: -bar.step; duration: bar.step / Math.max(0.01, Theme.unit) * 12 }
            }
        }
    }
}
