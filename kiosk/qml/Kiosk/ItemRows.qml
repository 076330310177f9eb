pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Items (tapping one draws the number) or groups of them.
ListView {
    id: list

    required property var kiosk

    objectName: "rows"
    clip: true
    spacing: Theme.gapSmall
    model: kiosk.items
    boundsBehavior: Flickable.StopAtBounds
    // Rows made ahead of need are asked for by index, and Qt warns when the list has changed since.
    cacheBuffer: 0
    bottomMargin: Theme.gap
    onMovementStarted: kiosk.touched()

    delegate: Touch {
        id: row

        required property string name
        required property string marked
        required property string detail
        required property int waiting
        required property string place
        required property string code
        required property string group

        objectName: code !== "" ? "item-" + code : "group-" + group
        width: ListView.view.width
        height: Math.max(Theme.target * 1.5, words.implicitHeight + Theme.gap)
        enabled: !list.kiosk.busy
        text: name
        spoken: code !== "" ? qsTr("%1，%2，等候%3人，%4").arg(name).arg(detail).arg(waiting).arg(place) : qsTr("%1，%2").arg(name).arg(detail)
        onClicked: code !== "" ? list.kiosk.chooseItem(code) : list.kiosk.enterGroup(group)

        contentItem: RowLayout {
            spacing: Theme.gap

            ColumnLayout {
                id: words
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: row.marked
                    textFormat: Text.StyledText
                    font.pixelSize: row.name.length > 24 ? Theme.body : Theme.strong
                    font.weight: Font.Bold
                    wrapMode: Text.Wrap
                    maximumLineCount: 4
                    elide: Text.ElideRight
                }
                Words {
                    Layout.fillWidth: true
                    text: row.detail
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                    elide: Text.ElideRight
                }
            }
            ColumnLayout {
                visible: row.code !== ""
                Layout.rightMargin: Theme.gap
                spacing: 0

                Figure {
                    Layout.alignment: Qt.AlignRight
                    before: qsTr("等候")
                    value: row.waiting
                    after: qsTr("人")
                    size: Theme.small
                }
                Words {
                    Layout.alignment: Qt.AlignRight
                    text: row.place
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }
            }
            // A letter, not a Glyph: the software renderer does not clip shapes to the list.
            Words {
                visible: row.code === ""
                Layout.rightMargin: Theme.gap
                text: "›"
                color: Theme.softInk
                font.pixelSize: Theme.title
            }
        }
    }

    footer: Item {
        width: ListView.view ? ListView.view.width : 0
        height: nothing.height + Theme.gapSmall

        Plate {
            id: nothing
            y: Theme.gapSmall
            width: parent.width
            height: Theme.target * 1.5
            color: Theme.paper

            Column {
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.gap

                Words {
                    text: qsTr("没有找到？")
                    font.pixelSize: Theme.strong
                    font.weight: Font.Medium
                }
                Words {
                    text: qsTr("请到%1，工作人员帮您查").arg(list.kiosk.desk)
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                }
            }
        }
    }

    // How far one is in the list.
    Rectangle {
        parent: list
        visible: list.visibleArea.heightRatio < 1
        anchors.right: list.right
        width: Theme.gapSmall * 0.6
        radius: width / 2
        color: Theme.border
        y: list.visibleArea.yPosition * list.height
        height: list.visibleArea.heightRatio * list.height
    }
}
