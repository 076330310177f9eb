pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// How many are before, how long it may take, and for what: one line each.
Plate {
    id: facts

    required property var ticket

    implicitHeight: column.implicitHeight + Theme.gapSmall * 2

    component Fact: Item {
        id: fact

        required property string label
        required property string value

        property string aloud: label + "：" + value

        width: column.width
        height: Math.max(title.implicitHeight, words.implicitHeight)

        Words {
            id: title
            text: fact.label
            color: Theme.softInk
            font.pixelSize: Theme.small
            anchors.baseline: words.baseline
        }
        Words {
            id: words
            anchors.left: title.right
            anchors.leftMargin: Theme.gap
            anchors.right: parent.right
            horizontalAlignment: Text.AlignRight
            text: fact.value
            font.pixelSize: text.length > 16 ? Theme.small : Theme.body
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
    }

    Column {
        id: column
        anchors.centerIn: parent
        width: parent.width - Theme.gap * 2
        spacing: Theme.gapSmall * 0.5

        Fact {
            label: qsTr("前面还有")
            value: qsTr("%n 人", "", facts.ticket.ahead)
        }
        Fact {
            label: qsTr("大约等待")
            value: facts.ticket.wait !== "" ? facts.ticket.wait : qsTr("请问咨询台")
        }
        Fact {
            visible: facts.ticket.service !== ""
            label: qsTr("办理事项")
            value: facts.ticket.service
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: facts.ticket.after
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
        }
    }
}
