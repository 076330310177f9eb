import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Always in reach: the way back, and how the screen shows itself.
Rectangle {
    id: footer

    required property var kiosk
    required property bool compact

    readonly property var modes: kiosk.modes

    implicitHeight: row.implicitHeight + Theme.gapSmall * 2
    color: Theme.card

    Rectangle {
        anchors.top: parent.top
        width: parent.width
        height: Theme.hairline
        color: Theme.border
    }
    RowLayout {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: Theme.gapSmall
        spacing: Theme.gapSmall

        Switch {
            objectName: "back"
            visible: footer.kiosk.visit.canGoBack
            compact: footer.compact
            Layout.fillWidth: true
            outline: Theme.border
            text: qsTr("返回")
            drawing: "M20 12 L4 12 M10 6 L4 12 L10 18"
            onClicked: footer.kiosk.visit.back()
        }
        Switch {
            objectName: "mode-large"
            compact: footer.compact
            Layout.fillWidth: true
            checkable: true
            checked: footer.modes.large
            text: qsTr("大字")
            sign: qsTr("大", "sign of large type")
            onClicked: footer.modes.switchLarge()
        }
        Switch {
            objectName: "mode-contrast"
            compact: footer.compact
            Layout.fillWidth: true
            checkable: true
            checked: footer.modes.contrast !== "usual"
            text: footer.modes.contrast === "dark" ? qsTr("黑底") : footer.modes.contrast === "light" ? qsTr("白底") : qsTr("高对比")
            drawing: "M12 3 A9 9 0 1 1 11.9 3 M12 3 V21 M15 4.6 V19.4 M18 6.6 V17.4"
            onClicked: footer.modes.switchContrast()
        }
        Switch {
            objectName: "mode-speech"
            visible: footer.kiosk.speech.there
            compact: footer.compact
            Layout.fillWidth: true
            checkable: true
            checked: footer.modes.speech
            text: qsTr("朗读")
            drawing: "M4 9 V15 H8 L13 19 V5 L8 9 Z M16.5 9 Q18.5 12 16.5 15 M19 6 Q23 12 19 18"
            onClicked: footer.modes.switchSpeech()
        }
        Switch {
            objectName: "volume-down"
            visible: footer.kiosk.speech.on
            compact: footer.compact
            Layout.fillWidth: true
            outline: Theme.border
            text: "－"
            spoken: qsTr("小声一点")
            hushes: false
            drawing: "M4 9 V15 H8 L13 19 V5 L8 9 Z"
            onClicked: footer.modes.turnVolume(-1)
        }
        Switch {
            objectName: "volume-up"
            visible: footer.kiosk.speech.on
            compact: footer.compact
            Layout.fillWidth: true
            outline: Theme.border
            text: "＋"
            spoken: qsTr("大声一点")
            hushes: false
            drawing: "M4 9 V15 H8 L13 19 V5 L8 9 Z M16.5 9 Q18.5 12 16.5 15 M19 6 Q23 12 19 18"
            onClicked: footer.modes.turnVolume(1)
        }
        Switch {
            objectName: "mode-low"
            visible: footer.modes.lowUseful
            compact: footer.compact
            Layout.fillWidth: true
            checkable: true
            checked: footer.modes.low
            text: qsTr("低位")
            drawing: "M12 3 V17 M6 11 L12 17 L18 11 M4 21 H20"
            onClicked: footer.modes.switchLow()
        }
        Switch {
            objectName: "mode-language"
            compact: footer.compact
            Layout.fillWidth: true
            text: qsTr("English", "the other language, in that language")
            sign: qsTr("En", "sign of the other language")
            onClicked: footer.modes.switchLanguage()
        }
    }
}
