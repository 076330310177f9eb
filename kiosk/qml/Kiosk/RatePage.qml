pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Five faces, the best first, none of them chosen for anybody.
Page {
    id: page

    readonly property var mine: kiosk.mine
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge

    Scores {
        id: scores
    }
    Words {
        id: title
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: page.side
        text: qsTr("请您评价%1号窗口的服务").arg(page.mine.rateWindow)
        font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
        font.weight: Font.Bold
        wrapMode: Text.Wrap
    }
    Words {
        id: free
        visible: page.lines > 20
        anchors.top: title.bottom
        anchors.left: title.left
        anchors.right: title.right
        anchors.topMargin: Theme.gapSmall
        text: qsTr("自愿评价，不评也可以。")
        color: Theme.softInk
        wrapMode: Text.Wrap
    }
    Column {
        id: faces

        readonly property real high: (height - spacing * 4) / 5

        anchors.top: free.visible ? free.bottom : title.bottom
        anchors.bottom: parent.bottom
        anchors.left: title.left
        anchors.right: title.right
        anchors.topMargin: Theme.gapSmall
        anchors.bottomMargin: page.lines < 24 ? Theme.gapSmall : Theme.gapLarge
        spacing: Theme.gapSmall

        Repeater {
            model: [5, 4, 3, 2, 1]

            Touch {
                id: face

                required property int modelData

                objectName: "score-" + modelData
                width: faces.width
                height: Math.min(faces.high, Theme.target * 2.4)
                padding: 0
                enabled: !page.kiosk.visit.busy
                text: scores.words[modelData - 1]
                onClicked: page.mine.rate(modelData)

                contentItem: Item {
                    Glyph {
                        id: glyph
                        anchors.left: parent.left
                        anchors.leftMargin: Theme.gap
                        anchors.verticalCenter: parent.verticalCenter
                        size: Math.min(Theme.title * 1.2, face.height * 0.8)
                        path: scores.head + scores.mouths[face.modelData - 1]
                        color: Theme.mark
                        weight: 1.4
                    }
                    Words {
                        anchors.left: glyph.right
                        anchors.leftMargin: Theme.gap
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: face.text
                        font.pixelSize: Theme.strong
                        font.weight: Font.Bold
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
