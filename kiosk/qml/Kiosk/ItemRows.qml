pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Hall.Theme

// Items (tapping one does what it was looked for) or groups of them.
ListView {
    id: list

    required property var kiosk

    property string aloud: count > 0 ? qsTr("共 %n 项", "", count) : qsTr("没有找到？") + qsTr("请到%1，工作人员帮您查").arg(kiosk.desk)
    readonly property bool wide: width > Theme.body * 22

    objectName: "rows"
    clip: true
    spacing: Theme.gapSmall
    model: kiosk.items.rows
    boundsBehavior: Flickable.StopAtBounds
    // Rows made ahead of need are asked for by index, and Qt warns when the list has changed since.
    cacheBuffer: 0
    topMargin: Theme.focusLine
    bottomMargin: Theme.gap
    onMovementStarted: kiosk.presence.touched()
    onAloudChanged: Qt.callLater(tell)

    function tell() {
        Hand.told(aloud);
    }

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
        x: Theme.focusLine
        width: ListView.view.width - Theme.focusLine * 2 - bar.width
        height: Math.max(Theme.target * 1.2, words.implicitHeight + Theme.gapSmall * 2)
        enabled: !list.kiosk.visit.busy
        text: name
        spoken: code !== "" ? qsTr("%1，%2，等候%3人，%4").arg(name).arg(detail).arg(waiting).arg(place) : qsTr("%1，%2").arg(name).arg(detail)
        onClicked: code !== "" ? list.kiosk.items.choose(code) : list.kiosk.items.enterGroup(group)

        contentItem: RowLayout {
            spacing: Theme.gap

            ColumnLayout {
                id: words
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: row.marked.replace(/<u>/g, "<u><font color='" + Theme.mark + "'>").replace(/<\/u>/g, "</font></u>")
                    textFormat: Text.StyledText
                    font.pixelSize: row.name.length > 14 ? Theme.body : Theme.strong
                    font.weight: Font.Bold
                    wrapMode: Text.Wrap
                }
                Words {
                    Layout.fillWidth: true
                    text: row.detail
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                    wrapMode: Text.Wrap
                }
                Words {
                    visible: row.code !== "" && !list.wide
                    Layout.fillWidth: true
                    text: qsTr("等候 %n 人", "", row.waiting) + " · " + row.place
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                    wrapMode: Text.Wrap
                }
            }
            ColumnLayout {
                visible: row.code !== "" && list.wide
                Layout.rightMargin: Theme.gap
                spacing: 0

                Figure {
                    Layout.alignment: Qt.AlignRight
                    words: qsTr("等候 %n 人", "", row.waiting)
                    font.pixelSize: Theme.small
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
            x: Theme.focusLine
            width: parent.width - Theme.focusLine * 2 - bar.width
            height: column.implicitHeight + Theme.gapSmall * 2
            color: Theme.paper

            Column {
                id: column
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.gap
                width: parent.width - Theme.gap * 2

                Words {
                    width: parent.width
                    text: qsTr("没有找到？")
                    font.pixelSize: Theme.strong
                    font.weight: Font.Medium
                    wrapMode: Text.Wrap
                }
                Words {
                    width: parent.width
                    text: qsTr("请到%1，工作人员帮您查").arg(list.kiosk.desk)
                    color: Theme.softInk
                    font.pixelSize: Theme.small
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    // How far one is in the list.
    Rectangle {
        id: bar
        parent: list
        visible: list.visibleArea.heightRatio < 1
        anchors.right: list.right
        width: Theme.hairline * 3
        radius: width / 2
        color: Theme.border
        y: list.visibleArea.yPosition * list.height
        height: list.visibleArea.heightRatio * list.height
    }
}
