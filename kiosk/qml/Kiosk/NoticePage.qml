import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What happened and what to do now.
Page {
    id: page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.lines < 24 ? Theme.gap : Theme.gapLarge
        spacing: Theme.gap

        Header {
            kiosk: page.kiosk
            compact: page.lines < 24
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
        Glyph {
            Layout.alignment: Qt.AlignHCenter
            visible: page.lines > 24
            path: "M12 3 L22 20 H2 Z M12 9.5 V14 M12 17 V17.2"
            size: Theme.hero * 1.6
            color: Theme.stop
            weight: 1.6
        }
        Words {
            objectName: "notice"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: page.kiosk.notice
            font.pixelSize: page.lines < 30 ? Theme.strong : Theme.title
            font.weight: Font.Bold
            lineHeight: 1.2
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: qsTr("可以返回另选，或到%1，工作人员帮您").arg(page.kiosk.desk)
            color: Theme.softInk
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
