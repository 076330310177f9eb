pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// Which number: its code before the scanner, or its letter and then its digits.
Page {
    id: page

    readonly property var mine: kiosk.mine
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge
    readonly property bool letter: mine.typed === ""

    Column {
        id: words
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: page.landscape ? parent.horizontalCenter : parent.right
        anchors.margins: page.side
        spacing: page.lines < 24 ? Theme.gapSmall : Theme.gap

        Words {
            width: parent.width
            visible: page.lines > 14
            text: qsTr("我的号")
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            objectName: "find-hint"
            width: parent.width
            text: page.mine.scanner ? qsTr("请把小票上的二维码对准扫码口，或输入号码。") : qsTr("请输入小票上的号码。")
            font.pixelSize: page.lines < 24 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
        Plate {
            width: parent.width
            height: typed.implicitHeight + Theme.gapSmall * 2

            Words {
                id: typed
                objectName: "find-typed"
                anchors.centerIn: parent
                width: parent.width - Theme.gap * 2
                horizontalAlignment: Text.AlignHCenter
                text: page.letter ? qsTr("先按字母") : page.mine.typed
                color: page.letter ? Theme.softInk : Theme.ink
                font.pixelSize: page.letter ? Theme.strong : Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
        }
    }
    Grid {
        id: keys

        readonly property var signs: page.letter ? page.mine.letters.split("") : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "look"]
        readonly property real room: page.height - y - page.side - page.footerHeight
        readonly property int lanes: Math.ceil(signs.length / columns)
        readonly property real keyWidth: (width - Theme.gapSmall * (columns - 1)) / columns
        readonly property real keyHeight: Math.max(12.8 * Theme.mm, Math.min(Theme.target * 2, (room - Theme.gapSmall * (lanes - 1)) / lanes))

        x: page.landscape ? parent.width / 2 : page.side
        y: page.landscape ? page.side : words.y + words.height + Theme.gap
        width: parent.width - x - page.side
        columns: page.letter ? Math.max(3, Math.min(7, Math.floor((width + Theme.gapSmall) / (12.8 * Theme.mm + Theme.gapSmall)), Math.ceil(signs.length / Math.max(1, Math.floor(room / (12.8 * Theme.mm + Theme.gapSmall)))) + 2)) : 3
        spacing: Theme.gapSmall

        Repeater {
            model: keys.signs

            Touch {
                id: key

                required property string modelData
                readonly property bool look: modelData === "look"

                objectName: "sign-" + modelData
                width: keys.keyWidth
                height: keys.keyHeight
                padding: 0
                enabled: !page.kiosk.visit.busy && (!look || page.mine.typed.length > 1)
                text: look ? qsTr("查询") : modelData === "erase" ? qsTr("删除") : modelData
                fill: look && enabled ? Theme.action : Theme.card
                fillPressed: look ? Theme.actionPressed : Theme.pressed
                outline: enabled ? Theme.border : Theme.line
                labelColor: look && enabled ? Theme.actionInk : Theme.ink
                labelSize: modelData.length > 1 ? Theme.body : Theme.strong
                labelWeight: modelData.length > 1 ? Font.Bold : Font.Medium
                onClicked: {
                    if (look)
                        page.mine.look();
                    else if (modelData === "erase")
                        page.mine.erase();
                    else
                        page.mine.typeSign(modelData);
                }
            }
        }
    }
}
