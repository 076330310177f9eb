pragma Singleton
import QtQuick

// One scale for colour, type, space and corners. Lengths are design units (1080 across a portrait
// kiosk, 1920 across a board) times `unit`, the pixels of one design unit on this screen.
QtObject {
    property real unit: 1

    readonly property string family: "Noto Sans CJK SC"

    // Contrast is measured: ink on paper 15:1, soft ink 7.4:1, white on action 10.8:1.
    readonly property color paper: "#F7F6F2"
    readonly property color card: "#FFFFFF"
    readonly property color ink: "#12202C"
    readonly property color softInk: "#44525E"
    readonly property color actionInk: "#FFFFFF"
    readonly property color line: "#C9CFD4"
    readonly property color border: "#6B7885"
    readonly property color action: "#0B3A82"
    readonly property color actionPressed: "#082B61"
    readonly property color actionTint: "#E8ECF2"
    readonly property color green: "#00592F"
    readonly property color greenPressed: "#004023"
    readonly property color amber: "#FFC145"
    readonly property color stop: "#9B1C1C"
    readonly property color keyboard: "#E2E6EA"
    readonly property color veil: "#B312202C"

    // Wall board at night.
    readonly property color night: "#0C1A26"
    readonly property color nightDeep: "#08111A"
    readonly property color nightInk: "#FFFFFF"
    readonly property color nightSoft: "#B9C6D1"
    readonly property color nightLine: "#23384A"
    readonly property color nightGreen: "#7BE0A6"

    // Type, in design units.
    readonly property real small: 30 * unit
    readonly property real body: 36 * unit
    readonly property real strong: 46 * unit
    readonly property real title: 62 * unit
    readonly property real hero: 100 * unit
    readonly property real huge: 340 * unit

    // Space and corners.
    readonly property real gapSmall: 12 * unit
    readonly property real gap: 28 * unit
    readonly property real gapLarge: 56 * unit
    readonly property real radius: 24 * unit
    readonly property real radiusLarge: 32 * unit
    readonly property real hairline: Math.max(1, Math.round(2 * unit))
    readonly property real focusLine: Math.max(3, Math.round(6 * unit))

    // A target is at least 12.7 mm: 52 units on a 21.5-inch panel 268 mm across.
    readonly property real target: 92 * unit

    readonly property int flashMs: 450
    readonly property int moveMs: 260
    // Longer than a double tap, shorter than reading a new screen.
    readonly property int settleMs: 400
}
