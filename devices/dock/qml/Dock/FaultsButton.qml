pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// One button for all faults of a device: red while one is on; its switches open over the window.
DockButton {
    id: control

    required property var faults

    readonly property int columns: 3
    readonly property int switchWidth: 116

    objectName: "faults-" + faults.name
    text: qsTr("故障")
    implicitWidth: 64
    fill: faults.anyOn ? DockTheme.stop : DockTheme.card
    fillPressed: DockTheme.actionTint
    ink: faults.anyOn ? DockTheme.stopInk : DockTheme.ink
    Accessible.name: faults.title + " " + qsTr("故障")
    onClicked: popup.visible ? popup.close() : popup.open()

    T.Popup {
        id: popup
        property bool wanted: false
        margins: DockTheme.gapSmall
        padding: DockTheme.gap
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        onAboutToShow: {
            wanted = true;
            // Below the button, or above it where there is no room.
            const below = control.height + DockTheme.gapSmall;
            const bottom = control.mapToItem(null, 0, below).y + implicitHeight;
            const room = control.Window.height - DockTheme.gapSmall;
            y = bottom <= room ? below : -implicitHeight - DockTheme.gapSmall;
        }
        onClosed: wanted = false
        implicitWidth: contentWidth + 2 * padding
        implicitHeight: contentHeight + 2 * padding
        contentWidth: loader.implicitWidth
        contentHeight: loader.implicitHeight

        background: Rectangle {
            color: DockTheme.card
            radius: DockTheme.radius
            border.color: DockTheme.border
            border.width: DockTheme.hairline
        }

        contentItem: Loader {
            id: loader
            active: popup.wanted

            sourceComponent: Column {
                spacing: DockTheme.gapSmall
                Accessible.role: Accessible.Grouping
                Accessible.name: control.Accessible.name

                DockText {
                    text: control.faults.title
                    font.bold: true
                }
                Grid {
                    columns: Math.min(control.columns, control.faults.faults.length)
                    spacing: DockTheme.gapSmall

                    Repeater {
                        model: control.faults.faults

                        FaultSwitch {
                            required property var modelData
                            objectName: "switch-" + control.faults.name + "-" + modelData.name
                            width: control.switchWidth
                            text: modelData.words
                            on: control.faults.on[modelData.name]
                            Accessible.name: control.faults.title + " " + text
                            onClicked: control.faults.switch_fault(modelData.name, !on)
                        }
                    }
                }
            }
        }
    }
}
