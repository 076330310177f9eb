import QtQuick
import QtQuick.Shapes

// A line drawing on a 24 × 24 grid, given as an SVG path.
Item {
    id: glyph

    required property string path
    property color color: Theme.ink
    property real weight: 2
    property real size: Theme.strong

    implicitWidth: size
    implicitHeight: size

    Shape {
        width: 24
        height: 24
        scale: glyph.size / 24
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.GeometryRenderer
        antialiasing: true

        ShapePath {
            strokeColor: glyph.color
            strokeWidth: glyph.weight
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: glyph.path
            }
        }
    }
}
