pragma ComponentBehavior: Bound
import QtQuick
import Hall.Theme

// A guide to read, by finger or by GuidePager's keys.
Flickable {
    id: guide

    required property var kiosk
    required property list<var> lines

    readonly property bool more: contentHeight > height + 1
    readonly property bool first: contentY <= 1
    readonly property bool last: contentY >= contentHeight - height - 1

    // No line is shown by half, unless it is longer than the room: turning goes on with the first
    // that was not shown, or back so that the first one shown ends up below the room.
    function shows(line: Item): bool {
        return line.height > height || line.y >= contentY - 1 && line.y + line.height <= contentY + height + 1;
    }

    function turn(forward: bool) {
        let to = contentY + (forward ? height : -height);
        for (let place = 0; place < all.count; place++) {
            const line = all.itemAt(place);
            if (line.height > height || (forward ? line.y <= contentY : line.y < contentY))
                continue;
            if (forward && !shows(line)) {
                to = Math.min(to, line.y);
                break;
            }
            if (!forward) {
                to = line.y - height;
                break;
            }
        }
        contentY = Math.max(0, Math.min(contentHeight - height, to));
        kiosk.presence.touched();
    }

    objectName: "guide"
    clip: true
    contentWidth: width
    contentHeight: column.height
    boundsBehavior: Flickable.StopAtBounds
    onMovementStarted: kiosk.presence.touched()
    onLinesChanged: contentY = 0

    Column {
        id: column
        width: guide.width - bar.width * 3
        spacing: Theme.gapSmall

        Repeater {
            id: all
            model: guide.lines

            Words {
                id: line

                required property var modelData
                required property int index

                opacity: guide.shows(line) ? 1 : 0
                width: column.width
                topPadding: modelData.heading && index > 0 ? Theme.gapSmall : 0
                text: modelData.text
                color: modelData.heading ? Theme.mark : Theme.ink
                font.pixelSize: guide.height < Theme.body * 12 ? Theme.small : modelData.heading ? Theme.strong : Theme.body
                font.weight: modelData.heading ? Font.Bold : Font.Normal
                wrapMode: Text.Wrap
            }
        }
    }

    // How far one is in the text.
    Rectangle {
        id: bar
        parent: guide
        visible: guide.visibleArea.heightRatio < 1
        x: guide.width - width
        width: Theme.hairline * 3
        radius: width / 2
        color: Theme.border
        y: guide.visibleArea.yPosition * guide.height
        height: guide.visibleArea.heightRatio * guide.height
    }
}
