pragma Singleton
import QtQuick

// One scale for colour, type, space and corners. Lengths are design units (1080 across a portrait
// kiosk, 1920 across a board) times `unit`, the pixels of one design unit on this screen. Where
// the panel's millimetres are known, nothing to read or to touch is smaller than it may be.
QtObject {
    property real unit: 1
    // Pixels of a millimetre; 0 where nobody touches and nobody said how large the panel is.
    property real mm: 0
    property bool landscape: false
    property bool large: false
    property string contrast: "usual"

    readonly property string family: "Noto Sans CJK SC"

    // The hall's own colours, light on dark, dark on light. Contrast is measured by tests/kiosk/walk.
    readonly property int scheme: contrast === "dark" ? 1 : contrast === "light" ? 2 : 0
    readonly property color paper: ["#F7F6F2", "#000000", "#FFFFFF"][scheme]
    readonly property color card: ["#FFFFFF", "#000000", "#FFFFFF"][scheme]
    readonly property color ink: ["#12202C", "#FFFFFF", "#000000"][scheme]
    readonly property color softInk: ["#44525E", "#FFFFFF", "#000000"][scheme]
    readonly property color line: ["#C9CFD4", "#FFFFFF", "#000000"][scheme]
    readonly property color border: ["#6B7885", "#FFFFFF", "#000000"][scheme]
    readonly property color action: ["#0B3A82", "#FFE14D", "#000000"][scheme]
    readonly property color actionPressed: ["#082B61", "#C9AE1F", "#333333"][scheme]
    readonly property color actionInk: ["#FFFFFF", "#000000", "#FFFFFF"][scheme]
    readonly property color actionTint: ["#E8ECF2", "#000000", "#FFFFFF"][scheme]
    readonly property color pressed: ["#DCE3EC", "#4A4A00", "#CFCFCF"][scheme]
    readonly property color chosen: ["#12202C", "#FFFFFF", "#000000"][scheme]
    readonly property color chosenPressed: ["#44525E", "#BFBFBF", "#333333"][scheme]
    readonly property color chosenInk: ["#FFFFFF", "#000000", "#FFFFFF"][scheme]
    readonly property color green: ["#00592F", "#7BE0A6", "#00401F"][scheme]
    readonly property color greenPressed: ["#004023", "#4FAE78", "#002712"][scheme]
    readonly property color greenInk: ["#FFFFFF", "#000000", "#FFFFFF"][scheme]
    readonly property color mark: ["#0B3A82", "#FFE14D", "#000000"][scheme]
    readonly property color amber: "#FFC145"
    readonly property color stop: ["#9B1C1C", "#FFB4AB", "#7A0000"][scheme]
    // An evacuation is red with a green sign in every scheme, as signs on walls are.
    readonly property color stopGround: "#9B1C1C"
    readonly property color greenGround: "#00592F"
    readonly property color keyboard: ["#E2E6EA", "#000000", "#FFFFFF"][scheme]
    readonly property color veil: ["#B312202C", "#CC000000", "#CC000000"][scheme]
    // A ring of two colours is seen on every ground.
    readonly property color focus: ["#12202C", "#FFFFFF", "#000000"][scheme]
    readonly property color focusInner: ["#FFC145", "#0057FF", "#FFC145"][scheme]
    // Paper and what stands on it, in every scheme: a slip is white, its code is black on white.
    readonly property color slip: "#FFFFFF"
    readonly property color slipInk: "#12202C"

    // Wall board at night.
    readonly property color night: "#0C1A26"
    readonly property color nightDeep: "#08111A"
    readonly property color nightInk: "#FFFFFF"
    readonly property color nightSoft: "#B9C6D1"
    readonly property color nightLine: "#23384A"
    readonly property color nightGreen: "#7BE0A6"

    // Type, in design units. Capitals are 0.733 of the size: 4.8 mm, and 7.3 mm in large type.
    readonly property real least: (large ? 10.1 : 6.65) * mm
    readonly property real small: type(30, 1.3, 1)
    readonly property real body: type(36, 1.28, 1.1)
    readonly property real strong: type(46, 1.25, 1.24)
    readonly property real title: type(62, 1.15, 1.42)
    readonly property real hero: type(100, 1.15, 1.8)
    readonly property real huge: type(340, 1, 4)

    function type(size: real, larger: real, leastTimes: real): real {
        return Math.ceil(Math.max(size * unit * (large ? larger : 1), least * leastTimes));
    }

    // Space and corners.
    readonly property real gapSmall: Math.max(12 * unit, 2.6 * mm)
    readonly property real gap: Math.max(28 * unit, 3 * mm)
    readonly property real gapLarge: 56 * unit
    readonly property real radius: 24 * unit
    readonly property real radiusLarge: 32 * unit
    readonly property real hairline: Math.max(1, Math.round(2 * unit))
    readonly property real focusLine: Math.max(3, Math.round(5 * unit))

    // A target is at least 12.7 mm, and holds its words.
    readonly property real target: Math.max(92 * unit, 12.8 * mm, body * 1.6)

    readonly property int flashMs: 450
    readonly property int moveMs: 260
    // Longer than a double tap, shorter than reading a new screen.
    readonly property int settleMs: 400
}
