pragma ComponentBehavior: Bound
import QtQuick

// An evaluation pad: five faces and 投诉, lit while it asks.
Rectangle {
    id: pad

    required property var window
    required property list<var> faces
    readonly property bool ratingOpen: window.ratingOpen

    color: "transparent"

    Grid {
        columns: 3
        spacing: DockTheme.gapSmall

        Repeater {
            model: pad.faces

            DockButton {
                id: key
                required property var modelData
                readonly property bool lit: pad.ratingOpen && modelData.rates
                objectName: "pad-" + pad.window.label + "-" + modelData.code
                width: (pad.width - 2 * DockTheme.gapSmall) / 3
                height: (pad.height - DockTheme.gapSmall) / 2
                text: modelData.words
                fill: lit ? DockTheme.amber : DockTheme.card
                Accessible.name: pad.window.name + " " + text
                onClicked: pad.window.press_pad(modelData.code)

                contentItem: Item {
                    Column {
                        anchors.centerIn: parent
                        spacing: 1

                        Image {
                            anchors.horizontalCenter: parent.horizontalCenter
                            width: 32
                            height: 32
                            source: "image://dock/face/" + key.modelData.code
                                    + (key.lit ? "/lit" : "/dark") + "/64"
                            sourceSize: Qt.size(64, 64)
                            mipmap: true
                        }
                        DockText {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: key.text
                            color: key.modelData.rates ? DockTheme.ink : DockTheme.stop
                            font.pixelSize: DockTheme.small
                        }
                    }
                }
            }
        }
    }
}
