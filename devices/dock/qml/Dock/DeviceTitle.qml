import QtQuick

// The head of a device of a kiosk: its name, what it has done so far, and its faults.
Item {
    id: head

    required property var faults
    property string done: ""

    implicitHeight: DockTheme.target

    DockText {
        id: name
        anchors.verticalCenter: parent.verticalCenter
        text: head.faults.title
        font.pixelSize: DockTheme.title
        font.bold: true
    }
    DockText {
        anchors.baseline: name.baseline
        anchors.left: name.right
        anchors.leftMargin: DockTheme.gapSmall
        anchors.right: button.left
        anchors.rightMargin: DockTheme.gapSmall
        text: head.done
        elide: Text.ElideRight
        color: DockTheme.softInk
    }
    FaultsButton {
        id: button
        anchors.right: parent.right
        faults: head.faults
    }
}
