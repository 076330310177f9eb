import QtQuick

// Everybody is to leave: over everything else, in words of two languages and by a sign.
Rectangle {
    id: notice

    required property var words

    color: Theme.stopGround

    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.join(" ")

    // Nothing below can be touched.
    MouseArea {
        anchors.fill: parent
        enabled: notice.visible
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.gapLarge * 2
        spacing: Theme.gapLarge

        // A person running out through a door.
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(notice.width, notice.height) * (notice.words[0].length > 12 ? 0.24 : 0.34)
            height: width
            radius: Theme.radiusLarge
            color: Theme.greenGround

            Glyph {
                anchors.centerIn: parent
                size: parent.width * 0.78
                weight: 1.7
                color: Theme.nightInk
                path: "M13.6 3.6a1.5 1.5 0 1 0 .01 0M4 9.5l3.4-2.4h4.2l2.2 3.6 3.2 .6M10 8.6l-1.4 5 3.4 2.2-.6 5M8.6 13.6l-1.2 3.4H3.6M18.5 3H22v18h-3.5"
            }
        }
        Words {
            objectName: "evacuationWords"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: notice.words[0]
            color: Theme.nightInk
            // As large as the words leave room for, below the sign and above the English.
            font.pixelSize: Math.max(1, Math.min(Theme.hero * 2.1, width / Math.max(1, Math.min(text.length, 8)) * 0.98, Math.sqrt(width * notice.height * 0.17 / Math.max(1, text.length))))
            font.bold: true
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: notice.words[1]
            color: Theme.nightInk
            font.pixelSize: Math.min(Theme.title, parent.width * 0.07)
            font.bold: true
        }
    }
}
