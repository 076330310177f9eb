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
                text: page.letter ? qsTr("请按号码前的字母") : page.mine.typed
                color: page.letter ? Theme.softInk : Theme.ink
                font.pixelSize: page.letter ? Theme.strong : Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
            }
        }
    }
    SignPad {
        signs: page.letter ? page.mine.letters.split("") : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "go"]
        most: page.letter ? 7 : 3
        room: page.height - y - page.side - page.footerHeight
        x: page.landscape ? parent.width / 2 : page.side
        y: page.landscape ? page.side : words.y + words.height + Theme.gap
        width: parent.width - x - page.side
        busy: page.kiosk.visit.busy
        ready: page.mine.typed.length > 1
        go: qsTr("查询")
        onPicked: sign => page.mine.typeSign(sign)
        onErased: page.mine.erase()
        onDone: page.mine.look()
    }
}
