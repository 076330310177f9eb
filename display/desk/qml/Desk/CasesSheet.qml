pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What is due: over first, then today's, last what no calendar tells yet.
Sheet {
    id: sheet

    required property var cases
    signal newWanted

    title: qsTr("台账：今天到期")

    Submit {
        objectName: "new-case"
        text: qsTr("新登记")
        onClicked: sheet.newWanted()
    }
    ListView {
        id: rows
        objectName: "due"
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.gapSmall
        model: sheet.cases.due
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0

        delegate: Choice {
            required property string code
            required property string register
            required property string deadline
            required property string due
            required property bool overdue

            objectName: "due-" + code
            x: Theme.focusLine
            width: ListView.view.width - Theme.focusLine * 2
            text: register + " " + code
            line: deadline + " · " + due
            value: overdue ? "⚠" : ""
            outline: overdue ? Theme.stop : Theme.border
            onClicked: sheet.cases.show(code)
        }

        Words {
            anchors.centerIn: parent
            visible: rows.count === 0
            text: qsTr("今天没有到期的")
            color: Theme.softInk
        }
    }
}
