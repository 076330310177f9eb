pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A step of any register: its fields as the register declares them.
Sheet {
    id: sheet

    required property var desk
    required property var cases

    readonly property var form: cases.form

    title: form.title

    function submit() {
        sheet.cases.submit();
    }

    Scroll {
        Repeater {
            model: sheet.form.fields

            Loader {
                id: field

                required property var modelData

                Layout.fillWidth: true
                sourceComponent: modelData.choices.length > 0 ? choices : text

                Component {
                    id: text

                    Input {
                        objectName: "field-" + field.modelData.name
                        label: field.modelData.label
                        hint: field.modelData.known ? qsTr("已登记，不改就不用填") : field.modelData.hint
                        lines: field.modelData.lines
                        required: field.modelData.required
                        value: field.modelData.value
                        onTyped: text => sheet.cases.give(field.modelData.name, text)
                    }
                }
                Component {
                    id: choices

                    ColumnLayout {
                        id: choice

                        property string chosen: field.modelData.value

                        spacing: Theme.gapSmall * 0.5

                        Words {
                            Layout.fillWidth: true
                            text: field.modelData.required ? field.modelData.label + " *" : field.modelData.label
                            font.pixelSize: Theme.small
                            font.weight: Font.Medium
                            wrapMode: Text.Wrap
                        }
                        Flow {
                            Layout.fillWidth: true
                            spacing: Theme.gapSmall

                            Repeater {
                                model: field.modelData.choices

                                Touch {
                                    required property var modelData

                                    readonly property bool mine: choice.chosen === modelData.code

                                    objectName: "field-" + field.modelData.name + "-" + modelData.code
                                    implicitHeight: Theme.target * 0.85
                                    leftPadding: Theme.gap
                                    rightPadding: Theme.gap
                                    text: modelData.label
                                    spoken: field.modelData.label + " " + text
                                    labelSize: Theme.small
                                    labelColor: mine ? Theme.chosenInk : Theme.ink
                                    fill: mine ? Theme.chosen : Theme.card
                                    fillPressed: mine ? Theme.chosenPressed : Theme.pressed
                                    checkable: true
                                    checked: mine
                                    Accessible.checked: mine
                                    onClicked: {
                                        choice.chosen = modelData.code;
                                        sheet.cases.give(field.modelData.name, modelData.code);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    Submit {
        objectName: "submit"
        text: qsTr("登记")
        enabled: !sheet.desk.busy
        onClicked: sheet.submit()
    }
}
