import QtQuick
import Hall.Theme

// What has been typed, and how to type.
Rectangle {
    id: field

    required property var items

    readonly property string typed: items.typed
    // Letters one by one, whatever words they would make.
    property string aloud: typed.split("").join("，")

    objectName: "typed"
    onAloudChanged: if (aloud !== "" && visible)
        Hand.told(aloud)
    implicitHeight: Theme.strong * 1.9
    radius: Theme.radius
    color: Theme.card
    border.color: Theme.action
    border.width: Theme.hairline * 2
    Accessible.role: Accessible.StaticText
    Accessible.name: typed === "" ? hint.text : typed

    Words {
        id: letters
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.gap
        width: Math.min(implicitWidth, field.width - Theme.gap * 2)
        elide: Text.ElideLeft // who types looks at the end
        text: field.typed
        font.pixelSize: Theme.strong
    }
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: letters.x + letters.width + Theme.hairline * 2
        width: Theme.hairline * 2
        height: Theme.strong * 1.2
        color: Theme.action
    }
    Words {
        id: hint
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        visible: letters.x + letters.width + Theme.gap + width + anchors.rightMargin < field.width
        text: longer.width + Theme.gap * 3 < field.width ? longer.text : qsTr("拼音首字母")
        color: Theme.softInk
        font.pixelSize: Theme.small
    }
    TextMetrics {
        id: longer
        font: hint.font
        text: qsTr("输入拼音或首字母，如 gssl")
    }
}
