pragma ComponentBehavior: Bound
import QtQuick
import Dock

// The simulated hardware of a hall: printer at the left, one card per service window.
Window {
    id: root

    required property var dock
    property int printerShown: 0
    property bool wiresShown: false

    width: 1600
    height: 1000
    minimumWidth: DockTheme.printerWidth + DockTheme.cardWidth + 2 * DockTheme.gap
    minimumHeight: 600
    visible: true
    title: dock.title
    color: DockTheme.paper

    onActiveFocusItemChanged: cards.reveal(activeFocusItem)

    Rectangle {
        id: header
        width: parent.width
        height: DockTheme.header
        color: DockTheme.night

        DockText {
            x: DockTheme.gapLarge
            anchors.verticalCenter: parent.verticalCenter
            text: root.dock.title
            color: DockTheme.nightInk
            font.pixelSize: DockTheme.title
            font.bold: true
        }
        DockButton {
            objectName: "wires-button"
            anchors.right: parent.right
            anchors.rightMargin: DockTheme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: 96
            text: qsTr("线路故障")
            fill: root.dock.faulty ? DockTheme.stop : DockTheme.card
            ink: root.dock.faulty ? DockTheme.stopInk : DockTheme.ink
            onClicked: root.wiresShown = !root.wiresShown
        }
        DockText {
            anchors.right: parent.right
            anchors.rightMargin: DockTheme.gapLarge + 108
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("模拟硬件 · %1 个窗口").arg(root.dock.windows.length)
            color: DockTheme.nightSoft
        }
    }

    Rectangle {
        id: side
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: root.dock.printers.length > 0 ? DockTheme.printerWidth : 0
        visible: width > 0
        color: DockTheme.tray

        Row {
            id: choice
            x: DockTheme.gapLarge
            y: visible ? DockTheme.gap : 0
            height: visible ? DockTheme.target : 0
            spacing: DockTheme.gapSmall
            visible: root.dock.printers.length > 1

            Repeater {
                model: root.dock.printers

                DockButton {
                    required property int index
                    required property var modelData
                    readonly property bool chosen: index === root.printerShown
                    objectName: "printer-" + modelData.name
                    width: implicitContentWidth + 2 * DockTheme.gap
                    text: modelData.name
                    fill: chosen ? DockTheme.action : DockTheme.card
                    ink: chosen ? DockTheme.actionInk : DockTheme.ink
                    onClicked: root.printerShown = index
                }
            }
        }
        Loader {
            anchors.top: choice.bottom
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            active: root.dock.printers.length > 0

            sourceComponent: PrinterPanel {
                printer: root.dock.printers[root.printerShown]
            }
        }
    }

    Flickable {
        id: cards
        objectName: "cards"
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.left: side.right
        anchors.right: parent.right
        contentHeight: grid.height + 2 * DockTheme.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        function reveal(item: Item) {
            if (!item || !grid.contains(grid.mapFromItem(item, 0, 0)))
                return;
            const top = item.mapToItem(contentItem, 0, 0).y - DockTheme.gap;
            const bottom = top + item.height + 2 * DockTheme.gap;
            contentY = Math.max(bottom - height, Math.min(contentY, top));
        }

        Grid {
            id: grid
            x: DockTheme.gap
            y: DockTheme.gap
            width: cards.width - 2 * DockTheme.gap
            columns: Math.max(1, Math.floor((width + spacing) / (DockTheme.cardWidth + spacing)))
            spacing: DockTheme.gap

            Repeater {
                model: root.dock.windows

                WindowCard {
                    required property var modelData
                    width: Math.floor((grid.width - (grid.columns - 1) * grid.spacing)
                                      / grid.columns)
                    window: modelData
                    keys: root.dock.keys
                    faces: root.dock.faces
                }
            }
        }
    }

    WirePanel {
        objectName: "wires"
        anchors.right: parent.right
        anchors.rightMargin: DockTheme.gap
        anchors.top: header.bottom
        anchors.topMargin: DockTheme.gapSmall
        visible: root.wiresShown
        most: root.height - header.height - DockTheme.gapLarge
        wires: root.dock.wires
    }
}
