pragma ComponentBehavior: Bound
import QtQuick

// An evaluation pad: five faces and 投诉, lit while it asks; over them its screen, if it has one.
Rectangle {
    id: pad

    required property var window
    readonly property bool ratingOpen: window.ratingOpen
    readonly property int faceSize: window.padHasScreen ? 22 : 32

    color: "transparent"

    Rectangle {
        id: screen
        objectName: "screen-" + pad.window.label
        readonly property string says: pad.window.padSays
        width: parent.width
        height: visible ? DockTheme.screenHeight : 0
        visible: pad.window.padHasScreen
        color: DockTheme.night
        radius: DockTheme.radiusSmall
        Accessible.role: Accessible.StaticText
        Accessible.name: pad.window.padName + " " + says

        DockText {
            id: what
            anchors.right: parent.right
            anchors.rightMargin: DockTheme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - 2 * DockTheme.gapSmall)
            text: screen.says
            color: pad.ratingOpen ? DockTheme.amber : DockTheme.nightInk
            elide: Text.ElideRight
            font.pixelSize: DockTheme.small
        }
        DockText {
            anchors.left: parent.left
            anchors.leftMargin: DockTheme.gapSmall
            anchors.right: what.left
            anchors.rightMargin: DockTheme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: pad.window.padName
            color: DockTheme.nightSoft
            elide: Text.ElideRight
            font.pixelSize: DockTheme.small
        }
    }

    Grid {
        id: keys
        anchors.top: screen.bottom
        anchors.topMargin: screen.visible ? DockTheme.gapSmall : 0
        anchors.bottom: parent.bottom
        columns: 3
        spacing: DockTheme.gapSmall

        Repeater {
            model: pad.window.faces

            DockButton {
                id: key
                required property var modelData
                readonly property bool lit: pad.ratingOpen && modelData.rates
                objectName: "pad-" + pad.window.label + "-" + modelData.code
                width: (pad.width - 2 * DockTheme.gapSmall) / 3
                height: (keys.height - DockTheme.gapSmall) / 2
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
                            width: pad.faceSize
                            height: pad.faceSize
                            source: "image://dock/face/" + key.modelData.face
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
