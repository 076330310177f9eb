import QtQuick
import Hall.Theme

// The ways to look; the one in use is filled.
Flow {
    id: ways

    required property var items

    spacing: Theme.gapSmall

    component Way: Touch {
        id: way

        required property bool chosen

        leftPadding: Theme.gap
        rightPadding: Theme.gap
        fill: chosen ? Theme.chosen : Theme.card
        fillPressed: chosen ? Theme.chosenPressed : Theme.pressed
        labelColor: chosen ? Theme.chosenInk : Theme.ink
        labelWeight: chosen ? Font.Bold : Font.Medium
        labelSize: Theme.small
        spoken: chosen ? qsTr("%1，已选").arg(text) : text
        tells: true
    }

    Way {
        objectName: "way-search"
        visible: ways.items.way === "search"
        chosen: true
        text: qsTr("匹配 %n 项", "", ways.items.found)
        spoken: qsTr("%1，按下清空").arg(text)
        onClicked: ways.items.clear()
    }
    Way {
        objectName: "way-frequent"
        chosen: ways.items.way === "frequent"
        text: qsTr("常办")
        onClicked: ways.items.lookBy("frequent")
    }
    Way {
        objectName: "way-department"
        chosen: ways.items.way === "department"
        text: chosen && ways.items.group !== "" ? ways.items.group : qsTr("按部门")
        onClicked: ways.items.lookBy("department")
    }
    Way {
        objectName: "way-type"
        chosen: ways.items.way === "type"
        text: chosen && ways.items.group !== "" ? ways.items.group : qsTr("按类型")
        onClicked: ways.items.lookBy("type")
    }
}
