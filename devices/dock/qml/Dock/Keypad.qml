pragma ComponentBehavior: Bound
import QtQuick

// A caller keypad: people waiting over the ticket's last digits, and nine keys.
Row {
    id: keypad

    required property var window
    required property list<var> keys

    spacing: DockTheme.gapSmall

    Rectangle {
        id: readout
        objectName: "digits-" + keypad.window.label
        readonly property string shownDigits: keypad.window.digits
        readonly property list<string> groups: shownDigits.split(" ")
        width: 72
        height: keypad.height
        color: DockTheme.night
        radius: DockTheme.radiusSmall
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("等候 %1，号码 %2").arg(groups[0]).arg(groups[1])

        Column {
            anchors.centerIn: parent
            spacing: 3

            Repeater {
                model: ["等候", "号码"]

                Column {
                    id: group
                    required property int index
                    required property string modelData
                    spacing: 3
                    bottomPadding: index === 0 ? 4 : 0

                    DockText {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: group.modelData
                        color: DockTheme.nightSoft
                        font.pixelSize: DockTheme.small
                    }
                    Image {
                        source: "image://dock/digits/" + readout.groups[group.index] + "/28"
                        sourceSize.height: 28
                    }
                }
            }
        }
    }

    Grid {
        columns: 3
        spacing: DockTheme.gapSmall

        Repeater {
            model: keypad.keys

            DockButton {
                required property var modelData
                readonly property bool call: modelData.name === "call_next"
                objectName: "key-" + keypad.window.label + "-" + modelData.name
                width: (keypad.width - readout.width - 3 * DockTheme.gapSmall) / 3
                height: (keypad.height - 2 * DockTheme.gapSmall) / 3
                text: modelData.words
                fill: call ? DockTheme.action : DockTheme.card
                fillPressed: call ? DockTheme.actionPressed : DockTheme.actionTint
                ink: call ? DockTheme.actionInk : DockTheme.ink
                Accessible.name: keypad.window.name + " " + text
                onClicked: keypad.window.press_key(modelData.name)
            }
        }
    }
}
