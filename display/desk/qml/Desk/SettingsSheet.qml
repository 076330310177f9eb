import QtQuick
import QtQuick.Layouts

// How this panel looks and which keys it takes.
Sheet {
    id: sheet

    required property var settings

    title: qsTr("面板设置")

    Choice {
        objectName: "switch-keys"
        text: qsTr("快捷键")
        line: qsTr("只在本面板在前面时有效")
        value: sheet.settings.keys ? qsTr("开") : qsTr("关")
        onClicked: sheet.settings.switchKeys()
    }
    Choice {
        objectName: "switch-pinned"
        text: qsTr("总在最前")
        value: sheet.settings.pinned ? qsTr("开") : qsTr("关")
        onClicked: sheet.settings.switchPinned()
    }
    Choice {
        objectName: "turn-contrast"
        text: qsTr("高对比")
        value: sheet.settings.contrast === "dark" ? qsTr("黑底") : sheet.settings.contrast === "light" ? qsTr("白底") : qsTr("关")
        onClicked: sheet.settings.turnContrast()
    }
    Choice {
        objectName: "turn-language"
        text: qsTr("English")
        onClicked: sheet.settings.turnLanguage()
    }
    Item {
        Layout.fillHeight: true
    }
}
