pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// All about one item: what to bring, the steps, how long, what it costs; its notice on paper, and a
// number for it.
Page {
    id: page

    readonly property var details: kiosk.details
    readonly property bool close: lines < 34

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.close ? Theme.gap : Theme.gapLarge
        anchors.topMargin: page.close ? Theme.gapSmall : Theme.gapLarge
        anchors.bottomMargin: page.close ? Theme.gapSmall : Theme.gapLarge
        spacing: page.close ? Theme.gapSmall : Theme.gap

        Words {
            objectName: "details-name"
            Layout.fillWidth: true
            text: page.details.name
            font.pixelSize: text.length > 30 || page.lines < 30 ? Theme.body : text.length > 14 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            objectName: "details-where"
            Layout.fillWidth: true
            text: {
                const place = page.details.place !== "" ? page.details.place : page.kiosk.desk;
                const waiting = qsTr("现在等候 %n 人", "", page.details.waiting);
                return page.lines < 20 ? place + " · " + waiting : [page.details.kind, page.details.department, place, waiting].join(" · ");
            }
            color: Theme.softInk
            font.pixelSize: page.lines < 38 ? Theme.small : Theme.body
            wrapMode: Text.Wrap
        }
        Words {
            Layout.fillWidth: true
            visible: page.details.sample
            text: page.lines < 24 ? qsTr("示例数据") : qsTr("示例数据，不作为办事依据")
            color: Theme.stop
            font.pixelSize: Theme.small
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        Words {
            objectName: "details-none"
            Layout.fillWidth: true
            visible: page.details.unguided
            text: qsTr("材料清单请到窗口领取")
            font.pixelSize: page.lines < 24 ? Theme.small : page.lines < 38 ? Theme.body : Theme.strong
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
        GuideText {
            id: guide
            kiosk: page.kiosk
            lines: page.details.lines
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        GuidePager {
            guide: guide
            Layout.fillWidth: true
        }
        RowLayout {
            id: buttons

            readonly property real high: Math.max(page.close ? Theme.target : Theme.target * 1.3, tell.implicitHeight, take.implicitHeight)

            Layout.fillWidth: true
            Layout.topMargin: Theme.hairline * 2
            spacing: Theme.gapSmall

            Touch {
                id: tell
                objectName: "details-tell"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: buttons.high
                padding: Theme.gapSmall
                visible: page.details.guided
                enabled: !page.kiosk.visit.busy
                labelSize: page.lines < 24 ? Theme.small : Theme.body
                text: qsTr("打印告知单")
                onClicked: page.kiosk.told.tell()
            }
            Touch {
                id: take
                objectName: "details-take"
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: buttons.high
                padding: Theme.gapSmall
                enabled: !page.kiosk.visit.busy
                fill: Theme.action
                fillPressed: Theme.actionPressed
                outline: Theme.action
                labelColor: Theme.actionInk
                labelSize: page.lines < 24 ? Theme.small : Theme.body
                text: qsTr("取号办这件事")
                onClicked: page.details.take()
            }
        }
    }
}
