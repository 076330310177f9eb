import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A is back; what B did is handed back in words.
Sheet {
    id: sheet

    required property var desk
    required property var post

    property string work

    title: qsTr("返岗")

    function submit() {
        sheet.post.comeBack(sheet.work);
    }

    Words {
        Layout.fillWidth: true
        text: [sheet.post.message.reason, sheet.post.message.place, sheet.post.message.contact, sheet.post.message.until].join(" · ")
        color: Theme.softInk
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
    }
    Input {
        objectName: "work"
        visible: sheet.post.covered
        label: qsTr("B岗交回的工作")
        hint: qsTr("如：两件已办，一件待补正")
        required: true
        lines: 3
        onTyped: text => sheet.work = text
    }
    Submit {
        objectName: "submit"
        text: qsTr("返岗，消除留言")
        enabled: !sheet.desk.busy
        onClicked: sheet.submit()
    }
    Item {
        Layout.fillHeight: true
    }
}
