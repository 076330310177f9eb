import QtQuick
import Hall.Theme

// One switch of the footer: a sign, its word, and a tick when it is on.
Touch {
    id: control

    required property bool compact
    property string sign: ""
    property string drawing: ""

    padding: Theme.gapSmall * 0.5
    leftPadding: Theme.gapSmall
    rightPadding: Theme.gapSmall
    corner: Theme.radius * 0.6
    outline: checked ? Theme.chosen : Theme.card
    fill: checked ? Theme.chosen : Theme.card
    fillPressed: checked ? Theme.chosenPressed : Theme.pressed
    labelColor: checked ? Theme.chosenInk : Theme.ink
    spoken: !checkable ? text : checked ? qsTr("%1，已开").arg(text) : qsTr("%1，已关").arg(text)
    tells: checkable
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    Accessible.checkable: checkable
    Accessible.checked: checked

    contentItem: Item {
        implicitWidth: Math.max(label.implicitWidth, tick.width * (control.checked ? 2.2 : 0))
        implicitHeight: column.implicitHeight

        Column {
            id: column
            anchors.centerIn: parent

            Item {
                visible: !control.compact
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.strong
                height: Theme.strong * 1.1

                Words {
                    anchors.centerIn: parent
                    visible: control.sign !== ""
                    text: control.sign
                    color: control.labelColor
                    font.pixelSize: Theme.body
                    font.weight: Font.Bold
                }
                Glyph {
                    anchors.centerIn: parent
                    visible: control.drawing !== ""
                    path: control.drawing
                    color: control.labelColor
                    size: Theme.body * 1.1
                }
            }
            Words {
                id: label
                anchors.horizontalCenter: parent.horizontalCenter
                text: control.text
                color: control.labelColor
                font.pixelSize: Theme.small
                font.weight: control.checked ? Font.Bold : Font.Medium
            }
        }
        Rectangle {
            visible: control.checked && control.compact
            anchors.top: parent.top
            anchors.horizontalCenter: parent.horizontalCenter
            width: label.width
            height: Theme.hairline * 2
            color: control.labelColor
        }
        Glyph {
            id: tick
            visible: control.checked && !control.compact
            anchors.top: parent.top
            anchors.right: parent.right
            path: "M4 12 L10 18 L21 5"
            color: control.labelColor
            size: Theme.small * 0.8
            weight: 3.5
        }
    }
}
