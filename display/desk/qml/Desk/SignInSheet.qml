import QtQuick
import QtQuick.Layouts

// Who sits here: number and password of the staff list.
Sheet {
    id: sheet

    required property var desk
    required property var post

    property string number
    property string password

    title: qsTr("签到")

    function submit() {
        sheet.post.signIn(sheet.number, sheet.password);
    }

    Input {
        objectName: "staff-number"
        label: qsTr("工号")
        onTyped: text => sheet.number = text
        onEntered: sheet.submit()
    }
    Input {
        objectName: "password"
        label: qsTr("密码")
        secret: true
        onTyped: text => sheet.password = text
        onEntered: sheet.submit()
    }
    Submit {
        objectName: "submit"
        text: qsTr("签到")
        enabled: !sheet.desk.busy
        onClicked: sheet.submit()
    }
    Item {
        Layout.fillHeight: true
    }
}
