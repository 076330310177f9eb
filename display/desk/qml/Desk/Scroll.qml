import QtQuick
import QtQuick.Layouts
import Hall.Theme

// A column that scrolls; what has the focus is brought into sight.
Flickable {
    id: scroll

    default property alias contents: column.data
    readonly property Item focused: Window.activeFocusItem

    Layout.fillWidth: true
    Layout.fillHeight: true
    clip: true
    contentHeight: column.implicitHeight + Theme.focusLine * 2
    boundsBehavior: Flickable.StopAtBounds
    onFocusedChanged: {
        for (let item = focused; item; item = item.parent)
            if (item === column) {
                const at = focused.mapToItem(column, 0, 0).y;
                if (at < contentY)
                    contentY = Math.max(0, at - Theme.gap);
                else if (at + focused.height > contentY + height)
                    contentY = at + focused.height - height + Theme.gap;
                return;
            }
    }

    ColumnLayout {
        id: column
        x: Theme.focusLine
        y: Theme.focusLine
        width: scroll.width - Theme.focusLine * 2
        spacing: Theme.gapSmall
    }
}
