import QtQuick
import Hall.Theme

// What every page has: its own room, and the footer below, always in reach.
FocusScope {
    id: page

    required property var kiosk
    default property alias contents: room.data
    // What is read aloud: all but the footer.
    readonly property Item body: room

    // How much there is to read in: lines of body type from top to bottom.
    readonly property real lines: height / Theme.body
    readonly property bool landscape: width > height
    readonly property real footerHeight: footer.height

    Item {
        id: room
        clip: true
        anchors.top: parent.top
        anchors.bottom: footer.top
        width: parent.width
    }
    Footer {
        id: footer
        kiosk: page.kiosk
        compact: page.lines < 26
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
