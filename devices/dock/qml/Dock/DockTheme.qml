pragma Singleton
import QtQuick

// One scale for colour, type, space and corners of the dock, in pixels.
QtObject {
    readonly property string family: "Noto Sans CJK SC"

    readonly property color paper: "#F7F6F2"
    readonly property color card: "#FFFFFF"
    readonly property color ink: "#12202C"
    readonly property color softInk: "#44525E"
    readonly property color line: "#C9CFD4"
    readonly property color border: "#6B7885"
    readonly property color action: "#0B3A82"
    readonly property color actionPressed: "#082B61"
    readonly property color actionTint: "#E8ECF2"
    readonly property color actionInk: "#FFFFFF"
    readonly property color amber: "#FFC145"
    readonly property color stop: "#9B1C1C"
    readonly property color stopInk: "#FFFFFF"
    readonly property color night: "#0C1A26"
    readonly property color nightInk: "#FFFFFF"
    readonly property color nightSoft: "#B9C6D1"
    readonly property color tray: "#DDE1E4"
    readonly property color board: "#000000"

    readonly property int small: 13
    readonly property int body: 15
    readonly property int title: 20
    readonly property int huge: 34

    readonly property int gapSmall: 6
    readonly property int gap: 12
    readonly property int gapLarge: 20
    readonly property int radius: 10
    readonly property int radiusSmall: 6
    readonly property int hairline: 1
    readonly property int focusLine: 3
    readonly property int target: 38

    readonly property int header: 52
    readonly property int printerWidth: 368
    readonly property int cardWidth: 584
    readonly property int keysHeight: 129
    readonly property int screenHeight: 26
    readonly property int titleWidth: 78

    readonly property int rollMs: 900
    readonly property int flashMs: 500
    readonly property int scrollMs: 40
}
