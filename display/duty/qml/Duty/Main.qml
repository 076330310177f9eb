import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Hall.Theme

// The duty panel: alarms by urgency, what is due and what was done beside or below, evacuation.
Window {
    id: root

    required property var duty
    required property bool landscape

    readonly property bool wide: width > height

    width: landscape ? 1024 : 440
    height: landscape ? 640 : 760
    minimumWidth: 340
    minimumHeight: 480
    visible: true
    color: Theme.paper
    title: qsTr("值班 · %1").arg(duty.hallName)

    Binding {
        target: Theme
        property: "unit"
        value: root.wide ? Math.min(root.width / 1900, root.height / 1300) : Math.min(root.width / 960, root.height / 1660)
    }

    Shortcut {
        sequence: "1"
        autoRepeat: false
        onActivated: alarms.act(false)
    }
    Shortcut {
        sequence: "2"
        autoRepeat: false
        onActivated: alarms.act(true)
    }
    Shortcut {
        sequence: "PgDown"
        onActivated: alarms.move(1)
    }
    Shortcut {
        sequence: "PgUp"
        onActivated: alarms.move(-1)
    }
    Shortcut {
        sequence: "F9"
        autoRepeat: false
        onActivated: root.duty.arm()
    }
    Shortcut {
        sequence: "F10"
        autoRepeat: false
        onActivated: root.duty.confirm()
    }
    Shortcut {
        sequence: "Escape"
        onActivated: root.duty.disarm()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DutyHeader {
            Layout.fillWidth: true
            duty: root.duty
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.gap
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Alarms {
                id: alarms
                objectName: "alarms"
                Layout.fillWidth: true
                Layout.fillHeight: true
                duty: root.duty
            }
            ColumnLayout {
                Layout.fillHeight: root.wide
                Layout.fillWidth: true
                Layout.maximumWidth: root.wide ? root.width * 0.4 : root.width
                spacing: Theme.gap

                Lines {
                    objectName: "due"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: Theme.body * 6
                    title: qsTr("今天到期")
                    none: qsTr("今天没有到期的登记")
                    lines: root.duty.due
                }
                Lines {
                    objectName: "dealt"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: Theme.body * 5
                    title: qsTr("今天已处理")
                    none: qsTr("还没有")
                    lines: root.duty.dealt
                }
                EvacuationKeys {
                    Layout.fillWidth: true
                    duty: root.duty
                }
            }
        }
    }
    Rectangle {
        objectName: "answer"

        readonly property string text: root.duty.answer.text

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapSmall
        visible: text !== ""
        implicitHeight: news.implicitHeight + Theme.gapSmall * 2
        radius: Theme.radius * 0.7
        color: root.duty.answer.bad ? Theme.stop : Theme.chosen
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text

        Words {
            id: news
            anchors.centerIn: parent
            width: parent.width - Theme.gap * 2
            text: parent.text
            color: Theme.chosenInk
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
        }
        MouseArea {
            anchors.fill: parent
            onClicked: root.duty.dismiss()
        }
    }
}
