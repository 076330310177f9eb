import QtQuick
import Hall.Theme

// The ways to look; the one in use is filled.
Flow {
    id: ways

    required property var kiosk

    spacing: Theme.gap * 0.7

    component Way: Touch {
        id: way

        required property bool chosen

        leftPadding: Theme.gap * 1.2
        rightPadding: Theme.gap * 1.2
        fill: chosen ? Theme.ink : Theme.card
        fillPressed: chosen ? Theme.ink : Theme.actionTint
        labelColor: chosen ? Theme.actionInk : Theme.ink
        labelWeight: chosen ? Font.Bold : Font.Medium
    }

    Way {
        objectName: "way-search"
        visible: ways.kiosk.mode === "search"
        chosen: true
        text: qsTr("匹配 %1 项").arg(ways.kiosk.found)
        onClicked: ways.kiosk.clear()
        spoken: text + qsTr("，按下清空")
    }
    Way {
        objectName: "way-frequent"
        chosen: ways.kiosk.mode === "frequent"
        text: qsTr("常办")
        onClicked: ways.kiosk.lookBy("frequent")
    }
    Way {
        objectName: "way-department"
        chosen: ways.kiosk.mode === "department"
        text: ways.kiosk.mode === "department" && ways.kiosk.group !== "" ? ways.kiosk.group : qsTr("按部门")
        onClicked: ways.kiosk.lookBy("department")
    }
    Way {
        objectName: "way-type"
        chosen: ways.kiosk.mode === "type"
        text: ways.kiosk.mode === "type" && ways.kiosk.group !== "" ? ways.kiosk.group : qsTr("按类型")
        onClicked: ways.kiosk.lookBy("type")
    }
}
