import QtQuick

// 去向留言: what visitors are told while nobody, or B, sits here.
Sheet {
    id: sheet

    required property var desk
    required property var post

    property string reason
    property string place
    property string contact
    property string until
    property string work

    title: qsTr("离开一下")

    function submit() {
        sheet.post.leave(sheet.reason, sheet.place, sheet.contact, sheet.until, sheet.work);
    }

    Scroll {
        Input {
            objectName: "reason"
            label: qsTr("事由")
            required: true
            onTyped: text => sheet.reason = text
        }
        Input {
            objectName: "place"
            label: qsTr("去向")
            required: true
            onTyped: text => sheet.place = text
        }
        Input {
            objectName: "contact"
            label: qsTr("联系方式")
            required: true
            onTyped: text => sheet.contact = text
        }
        Input {
            objectName: "until"
            label: qsTr("返岗时间")
            hint: qsTr("今天几点，如 10:30")
            required: true
            onTyped: text => sheet.until = text
        }
        Input {
            objectName: "work"
            label: qsTr("换B岗：交接的工作")
            hint: qsTr("写了就由B岗接替；不写则窗口空着，会提醒值班经理")
            lines: 3
            onTyped: text => sheet.work = text
        }
    }
    Submit {
        objectName: "submit"
        text: sheet.work.trim() === "" ? qsTr("离开") : qsTr("交给B岗")
        enabled: !sheet.desk.busy
        onClicked: sheet.submit()
    }
}
