pragma ComponentBehavior: Bound
import QtQuick
import Dock

// The simulated hardware of a hall: a kiosk's at the left, one card per service window.
Window {
    id: root

    required property var dock
    property int kioskShown: 0
    property bool wiresShown: false
    readonly property var kiosk: dock.kiosks.length > 0 ? dock.kiosks[kioskShown] : null

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
        width: root.dock.kiosks.length > 0 ? DockTheme.printerWidth : 0
        visible: width > 0
        color: DockTheme.tray

        Row {
            id: choice
            x: DockTheme.gapLarge
            y: visible ? DockTheme.gap : 0
            height: visible ? DockTheme.target : 0
            spacing: DockTheme.gapSmall
            visible: root.dock.kiosks.length > 1

            Repeater {
                model: root.dock.kiosks

                DockButton {
                    required property int index
                    required property var modelData
                    readonly property bool chosen: index === root.kioskShown
                    objectName: "kiosk-" + modelData.label
                    width: implicitContentWidth + 2 * DockTheme.gap
                    text: modelData.label
                    fill: chosen ? DockTheme.action : DockTheme.card
                    ink: chosen ? DockTheme.actionInk : DockTheme.ink
                    onClicked: root.kioskShown = index
                }
            }
        }
        Loader {
            anchors.top: choice.bottom
            anchors.bottom: readers.top
            anchors.left: parent.left
            anchors.right: parent.right
            active: !!root.kiosk && !!root.kiosk.printer

            sourceComponent: PrinterPanel {
                printer: root.kiosk.printer
            }
        }
        Rectangle {
            anchors.fill: readers
            color: DockTheme.tray
        }
        Column {
            id: readers
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            leftPadding: DockTheme.gapLarge
            rightPadding: DockTheme.gapLarge
            topPadding: DockTheme.gap
            bottomPadding: DockTheme.gap
            spacing: DockTheme.gap

            Loader {
                width: side.width - 2 * DockTheme.gapLarge
                active: !!root.kiosk && !!root.kiosk.reader
                visible: active

                sourceComponent: ReaderPanel {
                    reader: root.kiosk.reader
                }
            }
            Loader {
                width: side.width - 2 * DockTheme.gapLarge
                active: !!root.kiosk && !!root.kiosk.scanner
                visible: active

                sourceComponent: ScannerPanel {
                    scanner: root.kiosk.scanner
                }
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
            let one = item;
            while (one && one !== grid)
                one = one.parent;
            if (!one)
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
