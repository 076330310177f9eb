pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// For staff: how everything is, and what can be done at the kiosk itself.
Page {
    id: page

    readonly property var staff: kiosk.staff
    readonly property real side: lines < 24 ? Theme.gapSmall : Theme.gap
    readonly property bool wide: landscape

    Words {
        id: told
        objectName: "staff-told"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: page.side
        text: page.staff.sure === "restart" ? qsTr("要重新打开程序吗？") : page.staff.sure === "exit" ? qsTr("要退出到系统吗？") : page.staff.told !== "" ? page.staff.told : qsTr("本机状态")
        font.pixelSize: page.lines < 30 ? Theme.body : Theme.strong
        font.weight: Font.Bold
        wrapMode: Text.Wrap
    }
    ListView {
        id: health
        objectName: "staff-health"
        anchors.top: told.bottom
        anchors.left: told.left
        width: page.wide ? parent.width * 0.5 - page.side * 1.5 : told.width
        height: page.wide ? parent.height - y - page.side : Math.max(Theme.body * 4, parent.height - y - acts.height - page.side * 2)
        anchors.topMargin: Theme.gapSmall
        clip: true
        spacing: Theme.gapSmall * 0.5
        model: page.staff.health

        delegate: Item {
            id: row

            required property var modelData

            readonly property color ink: modelData.state === "bad" ? Theme.stop : Theme.ink

            width: health.width
            height: Math.max(name.implicitHeight, words.implicitHeight)

            Glyph {
                id: mark
                y: Theme.small * 0.2
                size: Theme.small
                color: row.ink
                weight: 3
                path: {
                    switch (row.modelData.state) {
                    case "fine":
                        return "M4 12 L10 18 L21 5";
                    case "bad":
                        return "M5 5 L19 19 M19 5 L5 19";
                    case "warn":
                        return "M12 4 V14 M12 19 V19.5";
                    default:
                        return "M5 12 H19";
                    }
                }
            }
            Words {
                id: name
                anchors.left: mark.right
                anchors.leftMargin: Theme.gapSmall
                width: health.width * 0.32
                text: row.modelData.name
                font.pixelSize: Theme.small
                color: row.ink
                wrapMode: Text.Wrap
            }
            Words {
                id: words
                anchors.left: name.right
                anchors.leftMargin: Theme.gapSmall
                anchors.right: parent.right
                text: row.modelData.words
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                color: row.ink
                wrapMode: Text.Wrap
            }
        }
    }
    Flow {
        id: acts

        readonly property real share: Math.floor((width - spacing) / 2)

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.margins: page.side
        width: page.wide ? parent.width * 0.5 - page.side * 1.5 : parent.width - page.side * 2
        spacing: Theme.gapSmall

        component Act: Touch {
            property string act
            // Whether it is asked about before it is done.
            property bool asks: false

            objectName: "act-" + act
            width: acts.share
            height: Math.max(Theme.target, implicitHeight)
            padding: Theme.gapSmall * 0.5
            labelSize: Theme.small
            visible: page.staff.sure === ""
            onClicked: asks ? page.staff.ask(act) : page.staff.act(act)
        }

        Act {
            act: "paper"
            text: qsTr("已换纸")
        }
        Act {
            act: "test_slip"
            text: qsTr("测试小票")
        }
        Act {
            act: "softer"
            text: qsTr("音量减（%1）").arg(page.staff.volume)
        }
        Act {
            act: "louder"
            text: qsTr("音量加（%1）").arg(page.staff.volume)
        }
        Act {
            act: page.staff.closed ? "open" : "close"
            text: page.staff.closed ? qsTr("恢复取号") : qsTr("暂停取号")
        }
        Act {
            act: "restart"
            visible: page.staff.guarded && page.staff.sure === ""
            asks: true
            text: qsTr("重启程序")
        }
        Act {
            act: "exit"
            asks: true
            text: qsTr("退出到系统")
        }
        Act {
            act: page.staff.sure
            objectName: "staff-yes"
            visible: page.staff.sure !== ""
            text: qsTr("确定")
        }
        Act {
            objectName: "staff-no"
            visible: page.staff.sure !== ""
            asks: true
            text: qsTr("不")
        }
    }
}
