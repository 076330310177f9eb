pragma ComponentBehavior: Bound
import QtQuick

// In which register something is written down.
Sheet {
    id: sheet

    required property var cases

    title: qsTr("新登记")

    Scroll {
        Repeater {
            model: sheet.cases.registers

            Choice {
                required property var modelData

                objectName: "register-" + modelData.code
                text: modelData.name
                line: modelData.document
                onClicked: sheet.cases.begin(modelData.code)
            }
        }
    }
}
