import QtQuick
import Hall.Theme

// A number on large keys: a telephone, or the number of a ticket.
Page {
    id: page

    readonly property var request: kiosk.request
    readonly property real side: lines < 24 ? Theme.gap : Theme.gapLarge
    readonly property real tight: lines < 34 ? Theme.gapSmall : Theme.gap

    // Digits and letters of a real keyboard, where there is one.
    Keys.onPressed: event => {
        if (/^[0-9a-zA-Z]$/.test(event.text))
            request.typeSign(event.text.toUpperCase());
        else if (event.key === Qt.Key_Backspace)
            request.erase();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: words
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.topMargin: page.tight
        width: page.landscape ? parent.width * 0.5 - page.side - Theme.gap : parent.width - page.side * 2
        spacing: page.tight

        Words {
            objectName: "question"
            width: parent.width
            text: page.request.title
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            width: parent.width
            text: page.request.hint
            color: Theme.softInk
            font.pixelSize: page.lines < 30 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
        Rectangle {
            width: parent.width
            height: number.implicitHeight + Theme.gapSmall
            radius: Theme.radius
            color: Theme.card
            border.color: Theme.action
            border.width: Theme.hairline * 2

            Words {
                id: number
                objectName: "typed-number"
                anchors.centerIn: parent
                text: page.request.typed
                font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
                font.weight: Font.Bold
            }
        }
    }
    SignPad {
        x: page.landscape ? parent.width * 0.5 : page.side
        y: page.landscape ? page.tight : words.y + words.height + page.tight
        width: parent.width - x - page.side
        room: (page.landscape || !skip.visible ? parent.height - page.tight : skip.y) - y - page.tight
        signs: page.request.letters !== "" ? page.request.letters.split("") : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "go"]
        most: page.request.letters !== "" ? 7 : 3
        busy: page.kiosk.visit.busy
        ready: page.request.enough
        go: qsTr("确定")
        onPicked: sign => page.request.typeSign(sign)
        onErased: page.request.erase()
        onDone: page.request.confirm()
    }
    Touch {
        id: skip
        objectName: "skip"
        visible: page.request.skippable
        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.tight
        width: words.width
        height: Math.max(Theme.target * 1.15, implicitHeight)
        padding: Theme.gapSmall
        enabled: !page.kiosk.visit.busy
        text: qsTr("不填，下一步")
        onClicked: page.request.skip()
    }
}
