import QtQuick
import Hall.Theme

// Walks what is on the screen and writes down every text and every target as plain values.
// It runs here, not in Python: a wrapper around every item of a window is more than PySide bears.
QtObject {
    id: survey

    required property Item root
    property string within
    // Noto Sans CJK leaves this much of the size empty over its characters and under them.
    readonly property real over: 0.26
    readonly property real under: 0.168
    property var texts: []
    property var targets: []
    property string focused
    property var told: []

    function look() {
        texts = [];
        targets = [];
        const room = Qt.rect(0, 0, root.width, root.height);
        const start = within === "" ? root : named(root);
        if (start !== null)
            walk(start, room, room, null, true, false);
    }

    function lookAtFocus() {
        const item = root.Window.activeFocusItem;
        focused = item === null ? "" : item.objectName;
    }

    // What is read of the page that is open.
    function listen() {
        for (const child of root.children)
            if (child.objectName === "aloud")
                told = child.told();
    }

    function named(item) {
        if (!item.visible)
            return null;
        if (item.objectName === within)
            return item;
        for (const child of item.children) {
            const hit = named(child);
            if (hit !== null)
                return hit;
        }
        return null;
    }

    // clip: what can be seen at all; ground: the surface the words must stay on.
    function walk(item, clip, ground, target, enabled, scrolls) {
        if (!item.visible || item.opacity === 0)
            return;
        const area = item.mapToItem(null, Qt.rect(0, 0, item.width, item.height));
        if (item instanceof Touch) {
            enabled = item.enabled;
            targets.push({ name: item.objectName, area: area, seen: meet(area, clip), enabled: enabled, spoken: item.spoken });
            ground = area;
            target = item.objectName;
        } else if (item instanceof Rectangle) {
            ground = area;
        }
        if (item.clip)
            clip = meet(area, clip);
        if (item instanceof Text && item.text !== "")
            write(item, clip, ground, target, enabled, scrolls);
        for (const child of item.children)
            walk(child, clip, ground, target, enabled, scrolls || item instanceof Flickable);
    }

    function write(text, clip, ground, target, enabled, scrolls) {
        const spareX = text.width - text.contentWidth;
        const spareY = text.height - text.contentHeight;
        const x = text.effectiveHorizontalAlignment === Text.AlignRight ? spareX
                : text.effectiveHorizontalAlignment === Text.AlignHCenter ? spareX / 2 : 0;
        const y = text.verticalAlignment === Text.AlignBottom ? spareY
                : text.verticalAlignment === Text.AlignVCenter ? spareY / 2 : 0;
        const size = text.fontInfo.pixelSize;
        const empty = size * (over + under);
        const ink = Qt.rect(x, y + size * over, text.contentWidth, text.contentHeight - empty);
        const painted = text.mapToItem(null, ink);
        texts.push({
            text: text.text,
            size: size,
            cut: (text.truncated && text.elide !== Text.ElideLeft) || spareX < -1 || spareY < -empty - 1,
            painted: painted,
            seen: meet(painted, clip),
            ground: ground,
            target: target ?? "",
            enabled: enabled,
            scrolls: scrolls
        });
    }

    function meet(one, other) {
        const x = Math.max(one.x, other.x), y = Math.max(one.y, other.y);
        const right = Math.min(one.x + one.width, other.x + other.width);
        const bottom = Math.min(one.y + one.height, other.y + other.height);
        return Qt.rect(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
    }
}
