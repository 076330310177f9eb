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
        height: (page.landscape ? parent.height - page.tight : buttons.y) - y - page.tight
        letters: page.request.letters
        busy: page.kiosk.visit.busy
        onTyped: sign => page.request.typeSign(sign)
        onErased: page.request.erase()
    }
    Row {
        id: buttons

        readonly property real share: page.request.skippable ? (width - spacing) / 2 : width

        anchors.left: parent.left
        anchors.leftMargin: page.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.tight
        width: words.width
        spacing: Theme.gapSmall

        Touch {
            objectName: "skip"
            visible: page.request.skippable
            width: buttons.share
            height: Math.max(Theme.target * 1.15, implicitHeight, confirm.implicitHeight)
            padding: Theme.gapSmall
            enabled: !page.kiosk.visit.busy
            text: qsTr("不填，下一步")
            onClicked: page.request.skip()
        }
        Touch {
            id: confirm
            objectName: "confirm"
            width: buttons.share
            height: Math.max(Theme.target * 1.15, implicitHeight)
            padding: Theme.gapSmall
            enabled: page.request.enough && !page.kiosk.visit.busy
            fill: enabled ? Theme.action : Theme.card
            fillPressed: Theme.actionPressed
            outline: enabled ? Theme.action : Theme.line
            labelColor: enabled ? Theme.actionInk : Theme.softInk
            text: qsTr("确定")
            onClicked: page.request.confirm()
        }
    }
}
