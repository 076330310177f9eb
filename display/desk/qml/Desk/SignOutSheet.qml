import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Leaving for today is asked once more.
Sheet {
    id: sheet

    required property var post

    title: qsTr("签退")

    Words {
        Layout.fillWidth: true
        text: qsTr("%1，今天不再坐这个窗口？只是离开一会儿，请用“离开一下”。").arg(sheet.post.person)
        wrapMode: Text.Wrap
    }
    Submit {
        objectName: "submit"
        text: qsTr("签退")
        onClicked: {
            sheet.post.signOut();
            sheet.closed();
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
