import QtQuick
import QtQuick.Templates as T

// A scanner and what is held before it: any text, or the code of the newest slip.
Column {
    id: panel

    required property var scanner
    property bool refused: false

    spacing: DockTheme.gapSmall

    function scan() {
        refused = !scanner.scan(field.text);
    }

    DeviceTitle {
        width: parent.width
        faults: panel.scanner.faults
        done: panel.refused ? qsTr("码应为1至512字节")
                            : qsTr("已扫 %1 次").arg(panel.scanner.scans)
    }
    Row {
        width: parent.width
        spacing: DockTheme.gapSmall

        T.TextField {
            id: field
            objectName: "scan-text"
            width: parent.width - last.width - scan.width - 2 * parent.spacing
            height: DockTheme.target
            leftPadding: DockTheme.gapSmall
            rightPadding: DockTheme.gapSmall
            color: DockTheme.ink
            font.family: DockTheme.family
            font.pixelSize: DockTheme.body
            selectByMouse: true
            selectionColor: DockTheme.action
            selectedTextColor: DockTheme.actionInk
            verticalAlignment: TextInput.AlignVCenter
            Accessible.name: qsTr("码的内容")
            onAccepted: panel.scan()
            onTextEdited: panel.refused = false

            background: Rectangle {
                color: DockTheme.card
                radius: DockTheme.radiusSmall
                border.color: field.activeFocus ? DockTheme.amber : DockTheme.border
                border.width: field.activeFocus ? DockTheme.focusLine : DockTheme.hairline
            }

            DockText {
                x: field.leftPadding
                anchors.verticalCenter: parent.verticalCenter
                visible: field.text === ""
                text: qsTr("码的内容")
                color: DockTheme.softInk
            }
        }
        DockButton {
            id: scan
            objectName: "scan"
            width: 60
            text: qsTr("扫码")
            fill: DockTheme.action
            fillPressed: DockTheme.actionPressed
            ink: DockTheme.actionInk
            onClicked: panel.scan()
        }
        DockButton {
            id: last
            objectName: "scan-last"
            width: 76
            text: qsTr("上张票")
            Accessible.name: qsTr("扫上一张票的码")
            onClicked: {
                field.text = panel.scanner.last_code();
                panel.scan();
            }
        }
    }
}
