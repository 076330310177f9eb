import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A label, a line (or several) to write in, and how it is written.
ColumnLayout {
    id: input

    property string label
    property string hint
    property string value
    property int lines: 1
    property bool required: false
    property bool secret: false
    readonly property string written: edit.text
    signal typed(string text)
    signal entered

    Layout.fillWidth: true
    spacing: Theme.gapSmall * 0.5

    Words {
        Layout.fillWidth: true
        text: input.required ? input.label + " *" : input.label
        font.pixelSize: Theme.small
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target * (input.lines > 1 ? 2 : 0.95), edit.implicitHeight + Theme.gapSmall * 2)
        radius: Theme.radius * 0.6
        color: Theme.card
        border.color: edit.activeFocus ? Theme.action : Theme.border
        border.width: edit.activeFocus ? Theme.hairline * 2 : Theme.hairline

        TextEdit {
            id: edit
            objectName: input.objectName + "-text"
            anchors.fill: parent
            anchors.margins: Theme.gapSmall
            verticalAlignment: input.lines > 1 ? TextEdit.AlignTop : TextEdit.AlignVCenter
            text: input.value
            visible: !input.secret
            color: Theme.ink
            selectionColor: Theme.action
            selectedTextColor: Theme.actionInk
            selectByMouse: true
            font.family: Theme.family
            font.pixelSize: Theme.body
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            activeFocusOnTab: true
            Accessible.role: Accessible.EditableText
            Accessible.name: input.label
            Accessible.description: input.hint
            onTextChanged: if (activeFocus)
                input.typed(text)
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onReturnPressed: event => {
                if (input.lines > 1)
                    event.accepted = false;
                else
                    input.entered();
            }
        }
        TextInput {
            id: word
            objectName: input.objectName + "-secret"
            anchors.fill: parent
            anchors.margins: Theme.gapSmall
            verticalAlignment: TextInput.AlignVCenter
            visible: input.secret
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.body
            echoMode: TextInput.Password
            activeFocusOnTab: true
            Accessible.role: Accessible.EditableText
            Accessible.name: input.label
            Accessible.passwordEdit: true
            onTextEdited: input.typed(text)
            onAccepted: input.entered()
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        }
    }
    Words {
        Layout.fillWidth: true
        visible: input.hint !== ""
        text: input.hint
        color: Theme.softInk
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
}
