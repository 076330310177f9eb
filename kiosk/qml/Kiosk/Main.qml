pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Hall.Theme

// The kiosk: one question per screen, header above, footer in reach below.
Window {
    id: root

    required property var kiosk
    required property int designWidth
    required property int designHeight

    readonly property bool landscape: width > height

    width: designWidth
    height: designHeight
    // On a developer's screen the whole kiosk fits; on its own panel it fills it. Offscreen there
    // is no screen to fit: pictures are taken in full size.
    readonly property real fit: Math.min(1, Screen.desktopAvailableWidth / designWidth, Screen.desktopAvailableHeight / designHeight)
    visible: true
    title: kiosk.hallName
    color: Theme.paper

    Binding {
        target: Theme
        property: "unit"
        value: root.landscape ? Math.min(root.width / 1920, root.height / 1080) : Math.min(root.width / 1080, root.height / 1920)
    }

    // A touch on nothing is somebody, too.
    MouseArea {
        anchors.fill: parent
        onPressed: root.kiosk.touched()
    }

    // The second tap of a double tap must not press what has just appeared under the finger.
    readonly property string place: kiosk.screen + " " + kiosk.group
    onPlaceChanged: settling.restart()

    Timer {
        id: settling
        interval: Theme.settleMs
    }

    Loader {
        id: page
        anchors.fill: parent
        focus: true
        enabled: !settling.running
        onLoaded: settling.restart()
        sourceComponent: {
            switch (root.kiosk.screen) {
            case "items":
                return items;
            case "done":
                return done;
            case "notice":
                return notice;
            default:
                return home;
            }
        }
    }

    Component {
        id: home
        HomePage {
            kiosk: root.kiosk
            landscape: root.landscape
        }
    }
    Component {
        id: items
        ItemsPage {
            kiosk: root.kiosk
            landscape: root.landscape
        }
    }
    Component {
        id: done
        DonePage {
            kiosk: root.kiosk
            landscape: root.landscape
        }
    }
    Component {
        id: notice
        NoticePage {
            kiosk: root.kiosk
        }
    }

    StillThere {
        anchors.fill: parent
        kiosk: root.kiosk
        visible: root.kiosk.countdown > 0
    }
}
