pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// One ticket of the lists, and what may be done with it.
Sheet {
    id: sheet

    required property var line
    required property var chosen

    readonly property string number: chosen.number
    readonly property bool waits: chosen.list === "waiting"

    title: number

    Choice {
        objectName: "call-this"
        visible: sheet.waits
        text: qsTr("呼叫这个号")
        line: qsTr("不按次序，会记下")
        onClicked: {
            sheet.line.call(sheet.number);
            sheet.closed();
        }
    }
    Choice {
        objectName: "call-back"
        visible: !sheet.waits
        text: qsTr("叫回本窗口")
        onClicked: {
            sheet.line.callBack(sheet.number);
            sheet.closed();
        }
    }
    Choice {
        objectName: "put-back"
        visible: sheet.chosen.list === "missed"
        text: qsTr("重新排队")
        line: qsTr("号码不变，隔几位再叫")
        onClicked: {
            sheet.line.putBack(sheet.number);
            sheet.closed();
        }
    }
    Words {
        Layout.fillWidth: true
        visible: sheet.waits && !sheet.number.startsWith("G")
        text: qsTr("开通绿色通道：只记类别，不记原因")
        color: Theme.softInk
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
    Scroll {
        Repeater {
            model: sheet.waits && !sheet.number.startsWith("G") ? sheet.line.categories : []

            Choice {
                required property var modelData

                objectName: "green-" + modelData.code
                text: modelData.name
                onClicked: {
                    sheet.line.grantGreen(sheet.number, modelData.code);
                    sheet.closed();
                }
            }
        }
    }
}
