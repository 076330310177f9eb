import QtQuick

// The five levels in words, the worst first, and how their faces are drawn.
QtObject {
    readonly property list<string> words: [qsTr("非常不满意"), qsTr("不满意"), qsTr("基本满意"), qsTr("满意"), qsTr("非常满意")]
    readonly property list<string> mouths: ["M7 17.5 Q12 11.5 17 17.5", "M8 16.8 Q12 13.8 16 16.8", "M8 15.5 H16", "M8 14.5 Q12 17.8 16 14.5", "M7 13.5 Q12 20 17 13.5"]
    readonly property string head: "M12 2.5 A9.5 9.5 0 1 1 11.9 2.5 M8.5 8.5 V10.5 M15.5 8.5 V10.5 "
}
