pragma ComponentBehavior: Bound
import QtQuick

// An ID-card reader and the sample cards: a touch places one, another takes it away.
Column {
    id: panel

    required property var reader

    spacing: DockTheme.gapSmall

    DeviceTitle {
        width: parent.width
        faults: panel.reader.faults
        done: qsTr("已读 %1 次").arg(panel.reader.reads)
    }
    Grid {
        id: cards
        columns: 4
        spacing: DockTheme.gapSmall
        width: parent.width

        Repeater {
            model: panel.reader.cards

            DockButton {
                id: card
                required property var modelData
                readonly property bool lies: panel.reader.card === modelData.name
                objectName: "card-" + modelData.name
                width: (cards.width - 3 * DockTheme.gapSmall) / 4
                text: modelData.words
                fill: lies ? DockTheme.amber : DockTheme.card
                Accessible.name: qsTr("身份证 %1").arg(text)
                Accessible.checkable: true
                Accessible.checked: lies
                onClicked: panel.reader.place(modelData.name)

                contentItem: DockText {
                    text: card.text
                    font.pixelSize: DockTheme.small
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }
}
