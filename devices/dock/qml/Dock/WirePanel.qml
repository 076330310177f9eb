pragma ComponentBehavior: Bound
import QtQuick

// What goes wrong on each wire: one row of switches per wire.
Rectangle {
    id: panel

    required property list<var> wires
    property real most: 600

    readonly property int switchWidth: 92
    readonly property int nameWidth: 100

    implicitWidth: rows.width + 2 * DockTheme.gap
    implicitHeight: Math.min(most, rows.height + 2 * DockTheme.gap)
    color: DockTheme.card
    radius: DockTheme.radius
    border.color: DockTheme.border
    border.width: DockTheme.hairline
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("线路故障")

    // Nothing behind the panel is pressed through it.
    MouseArea {
        anchors.fill: parent
    }

    Flickable {
        anchors.fill: parent
        anchors.margins: DockTheme.gap
        contentHeight: rows.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: rows
            spacing: DockTheme.gapSmall

            Repeater {
                model: panel.wires

                Row {
                    id: line
                    required property var modelData
                    spacing: DockTheme.gapSmall

                    DockText {
                        width: panel.nameWidth
                        anchors.verticalCenter: parent.verticalCenter
                        text: line.modelData.title
                        elide: Text.ElideRight
                        font.bold: true
                    }
                    Repeater {
                        model: line.modelData.faults

                        FaultSwitch {
                            required property var modelData
                            objectName: "switch-" + line.modelData.name + "-" + modelData.name
                            width: panel.switchWidth
                            text: modelData.words
                            on: line.modelData.on[modelData.name]
                            Accessible.name: line.modelData.title + " " + text
                            onClicked: line.modelData.switch_fault(modelData.name, !on)
                        }
                    }
                }
            }
        }
    }
}
