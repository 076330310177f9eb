pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// All about one item, and a number for it.
Page {
    id: page

    readonly property var details: kiosk.details

    component Fact: RowLayout {
        id: fact

        required property string label
        required property string value

        property string aloud: label + "：" + value

        Layout.fillWidth: true
        spacing: Theme.gap

        Words {
            Layout.alignment: Qt.AlignTop
            Layout.preferredWidth: page.lines < 38 ? Theme.small * 6 : Theme.body * 6
            text: fact.label
            color: Theme.softInk
            font.pixelSize: page.lines < 38 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            text: fact.value
            font.pixelSize: page.lines < 24 ? Theme.small : page.lines < 38 ? Theme.body : Theme.strong
            wrapMode: Text.Wrap
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.lines < 24 ? Theme.gap : Theme.gapLarge
        spacing: page.lines < 34 ? Theme.gapSmall : Theme.gap

        Words {
            objectName: "details-name"
            Layout.fillWidth: true
            text: page.details.name
            font.pixelSize: text.length > 30 || page.lines < 30 ? Theme.body : text.length > 14 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Fact {
            label: qsTr("类型")
            value: page.details.kind
        }
        Fact {
            label: qsTr("部门")
            value: page.details.department
        }
        Fact {
            label: qsTr("窗口")
            value: page.details.place !== "" ? page.details.place : page.kiosk.desk
        }
        Fact {
            label: qsTr("现在等候")
            value: qsTr("%n 人", "", page.details.waiting)
        }
        Fact {
            label: qsTr("材料")
            value: qsTr("材料清单请到窗口领取")
        }
        Item {
            Layout.fillHeight: true
        }
        Touch {
            objectName: "details-take"
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(Theme.target * 1.3, implicitHeight)
            enabled: !page.kiosk.visit.busy
            fill: Theme.action
            fillPressed: Theme.actionPressed
            outline: Theme.action
            labelColor: Theme.actionInk
            labelSize: Theme.strong
            text: qsTr("取号办这件事")
            onClicked: page.details.take()
        }
    }
}
