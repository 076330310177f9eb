import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What is done to the ticket at the window, each with its letter.
GridLayout {
    id: keys

    required property var desk
    required property bool letters
    signal transferWanted

    columns: 3
    columnSpacing: Theme.gapSmall * 1.5
    rowSpacing: Theme.gapSmall * 1.5
    uniformCellWidths: true

    KeyButton {
        objectName: "recall"
        text: qsTr("重呼")
        letter: keys.letters ? "R" : ""
        enabled: keys.desk.can.recall
        onClicked: keys.desk.press("recall")
    }
    KeyButton {
        objectName: "no-show"
        text: qsTr("过号")
        letter: keys.letters ? "N" : ""
        enabled: keys.desk.can.no_show
        onClicked: keys.desk.press("no_show")
    }
    KeyButton {
        objectName: "park"
        text: qsTr("挂起")
        letter: keys.letters ? "P" : ""
        enabled: keys.desk.can.park
        onClicked: keys.desk.press("park")
    }
    KeyButton {
        objectName: "transfer"
        text: qsTr("转窗口")
        letter: keys.letters ? "T" : ""
        enabled: keys.desk.can.transfer
        onClicked: keys.transferWanted()
    }
    KeyButton {
        objectName: "rate"
        text: qsTr("请评价")
        letter: keys.letters ? "E" : ""
        enabled: keys.desk.can.rate
        onClicked: keys.desk.press("rate")
    }
    KeyButton {
        objectName: "finish"
        visible: !keys.desk.can.start
        text: qsTr("完成")
        letter: keys.letters ? "F" : ""
        enabled: keys.desk.can.finish
        onClicked: keys.desk.press("finish")
    }
    KeyButton {
        objectName: "start"
        visible: keys.desk.can.start
        text: qsTr("开始")
        letter: keys.letters ? "S" : ""
        enabled: keys.desk.can.start
        onClicked: keys.desk.press("start")
    }
}
