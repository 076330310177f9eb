pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Somebody with a green number needs a helper: who, since when, and who goes.
ColumnLayout {
    id: bar

    required property var desk
    required property var line

    spacing: Theme.gapSmall
    visible: alerts.count > 0

    Repeater {
        id: alerts
        model: bar.desk.alerts

        Rectangle {
            id: alert

            required property int alert
            required property string number
            required property string text
            required property bool taken
            required property bool late

            objectName: "alert-" + number
            Layout.fillWidth: true
            implicitHeight: row.implicitHeight + Theme.gapSmall
            radius: Theme.radius * 0.7
            color: late && !taken ? Theme.stop : Theme.green
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text

            RowLayout {
                id: row
                anchors.fill: parent
                anchors.leftMargin: Theme.gap * 1.3
                anchors.rightMargin: Theme.gap
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    text: alert.text
                    color: Theme.greenInk
                    font.weight: Font.Medium
                    wrapMode: Text.Wrap
                }
                Touch {
                    objectName: "help-" + alert.number
                    implicitHeight: Theme.target * 0.8
                    leftPadding: Theme.gap
                    rightPadding: Theme.gap
                    labelSize: Theme.small
                    text: alert.taken ? qsTr("已到") : qsTr("我去")
                    onClicked: alert.taken ? bar.line.meet(alert.alert) : bar.line.takeAlert(alert.alert)
                }
            }
        }
    }
}
