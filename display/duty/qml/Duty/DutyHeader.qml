import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Who is on duty, the clock; in red when the hall is lost or being evacuated.
Rectangle {
    id: header

    required property var duty

    readonly property bool alarm: !duty.live || duty.evacuation !== ""

    color: alarm ? Theme.stopGround : Theme.card
    implicitHeight: rows.implicitHeight + Theme.gapSmall * 2

    ColumnLayout {
        id: rows
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                text: qsTr("值班 · %1").arg(header.duty.person)
                color: header.alarm ? Theme.nightInk : Theme.ink
                font.weight: Font.Bold
                elide: Text.ElideRight
            }
            Words {
                objectName: "clock"
                text: header.duty.clock
                color: header.alarm ? Theme.nightInk : Theme.softInk
            }
        }
        Words {
            objectName: "state"
            Layout.fillWidth: true
            visible: text !== ""
            text: header.duty.evacuation !== "" ? qsTr("正在疏散（%1起）：%2").arg(header.duty.evacuatingSince).arg(header.duty.evacuation)
                : header.duty.live ? "" : qsTr("连接中断，下面可能是旧的")
            color: Theme.nightInk
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
}
