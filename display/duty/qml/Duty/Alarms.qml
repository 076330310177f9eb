pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The alarms, the most urgent first; one of them is chosen for the keys, by its name and not by
// its place: a new alarm above must not come under the finger.
Rectangle {
    id: area

    required property var duty

    property string chosen: ""
    readonly property int count: list.count

    color: "transparent"

    function place(): int {
        for (let row = 0; row < list.count; row++) {
            const item = list.itemAtIndex(row) as AlarmCard;
            if (item && item.alarm === chosen)
                return row;
        }
        return -1;
    }

    function move(by: int) {
        const to = Math.max(0, Math.min(list.count - 1, place() + by));
        list.positionViewAtIndex(to, ListView.Contain);
        const item = list.itemAtIndex(to) as AlarmCard;
        if (item)
            chosen = item.alarm;
    }

    function act(there: bool) {
        if (place() < 0) {
            move(1);  // first it is shown which one is meant
            return;
        }
        if (there)
            duty.meet(chosen);
        else
            duty.take(chosen);
    }

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        spacing: Theme.gapSmall
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 4000
        model: area.duty.alarms

        delegate: AlarmCard {
            width: list.width
            duty: area.duty
            chosen: area.chosen === alarm
            onPicked: area.chosen = alarm
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - Theme.gapLarge
        visible: list.count === 0
        spacing: Theme.gap

        Glyph {
            Layout.alignment: Qt.AlignHCenter
            size: Theme.hero
            color: Theme.softInk
            path: "M4 13l5 5L20 6"
        }
        Words {
            objectName: "calm"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("没有告警")
            color: Theme.softInk
            font.pixelSize: Theme.strong
        }
    }
}
