pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// One case: how it stands, its next steps (each one key), what was written, who did what.
Sheet {
    id: sheet

    required property var cases
    required property var settings

    readonly property var shown: cases.case

    title: shown.code

    Words {
        Layout.fillWidth: true
        text: (sheet.shown.register ?? "") + " · " + (sheet.shown.state ?? "")
        wrapMode: Text.Wrap
    }
    Scroll {
        Repeater {
            model: sheet.shown.steps

            Choice {
                id: step

                required property var modelData
                required property int index

                readonly property string digit: sheet.settings.keys && index < 9 ? String(index + 1) : ""

                objectName: "step-" + modelData.name
                text: modelData.label
                value: digit
                outline: Theme.action
                onClicked: sheet.cases.step(modelData.name)

                Shortcut {
                    sequence: step.digit
                    enabled: step.digit !== ""
                    autoRepeat: false
                    onActivated: sheet.cases.step(step.modelData.name)
                }
            }
        }
        Repeater {
            model: sheet.shown.deadlines

            Words {
                required property var modelData

                Layout.fillWidth: true
                text: (modelData.overdue ? "⚠ " : "") + modelData.label + "：" + modelData.due
                color: modelData.overdue ? Theme.stop : Theme.ink
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }
        }
        Choice {
            objectName: "reveal"
            visible: sheet.shown.private ?? false
            text: sheet.cases.open ? qsTr("遮住个人信息") : qsTr("显示个人信息")
            onClicked: sheet.cases.reveal()
        }
        Words {
            Layout.fillWidth: true
            visible: sheet.shown.locked ?? false
            text: qsTr("个人信息打不开：这台电脑上没有它的密钥，请找管理员")
            color: Theme.stop
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
        Repeater {
            model: sheet.shown.fields

            Words {
                required property var modelData

                Layout.fillWidth: true
                text: modelData.label + "：" + modelData.value
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
        }
        Repeater {
            model: sheet.shown.log

            Words {
                required property var modelData

                Layout.fillWidth: true
                text: modelData.at + " " + modelData.step + " " + modelData.by
                color: Theme.softInk
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
            }
        }
    }
}
