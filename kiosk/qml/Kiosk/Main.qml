pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Hall.Theme

// The kiosk: one question per screen, footer in reach below; the page stands where the visitor can
// reach it.
Window {
    id: root

    required property var kiosk
    required property int designWidth
    required property int designHeight

    readonly property var modes: kiosk.modes
    readonly property bool landscape: width > height
    readonly property bool evacuating: kiosk.evacuation.length > 0
    readonly property bool asking: kiosk.presence.countdown > 0 && !evacuating

    width: designWidth
    height: designHeight
    visible: true
    title: kiosk.hallName
    color: Theme.paper

    Binding {
        target: Theme
        property: "unit"
        value: root.landscape ? Math.min(root.width / 1920, root.height / 1080) : Math.min(root.width / 1080, root.height / 1920)
    }
    Binding {
        target: Theme
        property: "mm"
        value: root.height / root.modes.panelHeight
    }
    Binding {
        target: Theme
        property: "large"
        value: root.modes.large
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.modes.contrast
    }

    // A touch on nothing is somebody, too.
    MouseArea {
        anchors.fill: parent
        onPressed: root.kiosk.presence.touched()
    }

    // The second tap of a double tap must not press what has just appeared under the finger.
    readonly property string place: kiosk.visit.page + kiosk.visit.depth
    onPlaceChanged: {
        settling.restart();
        kiosk.speech.hush();
    }

    Timer {
        id: settling
        objectName: "settling"
        interval: Theme.settleMs
        onRunningChanged: if (!running)
            Qt.callLater(keys.arrive)
    }

    Connections {
        target: Hand

        function onKeyed() {
            keys.used = true;
            root.kiosk.presence.touched();
        }
        function onTouched() {
            keys.used = false;
        }
    }

    Aloud {
        id: aloud
        kiosk: root.kiosk
        page: root.asking ? question : page.item?.body ?? null
        focused: root.activeFocusItem
        settled: !settling.running
    }

    // The keypad: arrows and Tab go from control to control (Touch.qml), these keys do the rest.
    FocusScope {
        id: keys

        property bool used: false

        anchors.fill: parent
        focus: true
        enabled: !root.evacuating
        Keys.onPressed: event => {
            Hand.keyed();
            event.accepted = true;
            switch (event.key) {
            case Qt.Key_Up:
            case Qt.Key_Left:
            case Qt.Key_Down:
            case Qt.Key_Right:
            case Qt.Key_Tab:
            case Qt.Key_Backtab:
                keys.enter(event.key === Qt.Key_Up || event.key === Qt.Key_Left || event.key === Qt.Key_Backtab);
                break;
            case Qt.Key_VolumeUp:
                root.modes.turnVolume(1);
                break;
            case Qt.Key_VolumeDown:
                root.modes.turnVolume(-1);
                break;
            case Qt.Key_F2:
            case Qt.Key_AudioRepeat:
                aloud.read();
                break;
            case Qt.Key_Help:
            case Qt.Key_F1:
                root.kiosk.visit.help();
                break;
            case Qt.Key_Escape:
            case Qt.Key_Back:
                root.kiosk.visit.back();
                break;
            default:
                event.accepted = false;
            }
        }

        // Give the first (or last) control the focus.
        function enter(last: bool) {
            const from = root.asking ? question : page.item;
            const first = from.nextItemInFocusChain(!last);
            first.forceActiveFocus(last ? Qt.BacktabFocusReason : Qt.TabFocusReason);
        }

        // A page has opened, or the question: it is read, and keys begin at its first control.
        function arrive() {
            aloud.read();
            if (!used)
                return;
            aloud.following = true;
            enter(false);
            aloud.following = false;
        }

        // Where the focus was before the question; null once that page is gone.
        property Touch last: null

        function enterAgain(item: Touch) {
            if (!item) {
                enter(false);
                return;
            }
            // Its page may have given it the focus back already, without the ring.
            const had = item.activeFocus;
            item.forceActiveFocus(Qt.TabFocusReason);
            item.focusReason = Qt.TabFocusReason;
            if (had)
                aloud.sayFocused();
        }

        Rectangle {
            anchors.top: parent.top
            anchors.bottom: page.top
            width: parent.width
            visible: root.modes.low && height > Theme.body * 3
            color: Theme.keyboard

            Words {
                anchors.centerIn: parent
                width: parent.width - Theme.gapLarge * 2
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("请在下方操作")
                font.pixelSize: Theme.strong
                wrapMode: Text.Wrap
            }
        }
        Loader {
            id: page

            readonly property string file: root.kiosk.visit.page

            y: Math.ceil(root.modes.top * parent.height)
            width: parent.width
            height: Math.floor(root.modes.bottom * parent.height) - y
            focus: !root.asking
            enabled: !settling.running && !root.asking
            onFileChanged: load()
            Component.onCompleted: load()

            function load() {
                setSource(file + ".qml", { kiosk: root.kiosk });
            }
        }
        StillThere {
            id: question
            y: page.y
            width: page.width
            height: page.height
            kiosk: root.kiosk
            visible: root.asking
            focus: root.asking
        }
    }
    // Over everything, and nothing below can be pressed or reached by keys.
    Evacuation {
        objectName: "evacuation"
        anchors.fill: parent
        visible: root.evacuating
        words: visible ? root.kiosk.evacuation : ["", ""]
    }
    onAskingChanged: if (asking)
        Qt.callLater(keys.arrive);
    else if (keys.used)
        Qt.callLater(keys.enterAgain, keys.last)
    onActiveFocusItemChanged: if (!asking && activeFocusItem instanceof Touch)
        keys.last = activeFocusItem
}
