import QtQuick
import Hall.Theme

// What has been typed, and how to type.
Rectangle {
    id: field

    required property var kiosk

    readonly property string typed: kiosk.typed

    objectName: "typed"
    implicitHeight: Theme.target * 1.3
    radius: Theme.radius
    color: Theme.card
    border.color: Theme.action
    border.width: Theme.hairline * 2
    Accessible.role: Accessible.StaticText
    Accessible.name: kiosk.typed === "" ? hint.text : kiosk.typed

    Words {
        id: letters
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap * 1.4
        text: field.kiosk.typed
        font.pixelSize: Theme.strong
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: letters.x + letters.width + Theme.gapSmall
        width: Theme.hairline * 2
        height: Theme.title
        color: Theme.action
    }
    Words {
        id: hint
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        visible: letters.x + letters.width + Theme.gapLarge + width < field.width
        text: qsTr("输入拼音或首字母，如 gssl")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }
}
