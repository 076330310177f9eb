import QtQuick
import QtQuick.Layouts
import Hall.Theme

// What happened and what to do now.
Item {
    id: page

    required property var kiosk

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gapLarge

        Header {
            kiosk: page.kiosk
            Layout.fillWidth: true
            Layout.margins: Theme.gapLarge
        }
        Item {
            Layout.fillHeight: true
        }
        Glyph {
            Layout.alignment: Qt.AlignHCenter
            path: "M12 3 L22 20 H2 Z M12 9.5 V14 M12 17 V17.2"
            size: Theme.hero * 2
            color: Theme.stop
            weight: 1.6
        }
        Words {
            objectName: "notice"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapLarge
            Layout.rightMargin: Theme.gapLarge
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: page.kiosk.notice
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            lineHeight: 1.2
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Words {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapLarge
            Layout.rightMargin: Theme.gapLarge
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: qsTr("可以返回另选，或到%1，工作人员帮您").arg(page.kiosk.desk)
            color: Theme.softInk
        }
        Item {
            Layout.fillHeight: true
        }
        Footer {
            kiosk: page.kiosk
            Layout.fillWidth: true
        }
    }
}
