import QtQuick

// Finds an item that is on the screen by its name, and reads it: the demo's eyes.
// It runs here, not in Python: a wrapper around every item of a window is more than PySide bears.
QtObject {
    id: finder

    required property Item root
    property string name
    property string wanted

    property bool found
    property bool pressable
    property point centre
    property var value

    function look() {
        const item = within(root);
        found = item !== null;
        if (!found)
            return;
        pressable = item.enabled;
        layOut(item);
        centre = item.mapToItem(null, item.width / 2, item.height / 2);
        value = wanted !== "" ? item[wanted] : undefined;
    }

    // What has just been made stands where it will be touched only once its frame is laid out.
    function layOut(item) {
        if (item.parent !== null)
            layOut(item.parent);
        item.ensurePolished();
    }

    function within(item) {
        if (!item.visible || item.opacity === 0)
            return null;
        if (item.objectName === name && item.width > 0 && item.height > 0)
            return item;
        for (const child of item.children) {
            const hit = within(child);
            if (hit !== null)
                return hit;
        }
        return null;
    }
}
