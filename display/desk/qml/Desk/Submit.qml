import QtQuick
import QtQuick.Layouts
import Hall.Theme

// The one thing a form leads to.
Touch {
    Layout.fillWidth: true
    implicitHeight: Theme.target * 1.2
    fill: enabled ? Theme.action : Theme.keyboard
    fillPressed: Theme.actionPressed
    outline: enabled ? Theme.action : Theme.border
    labelColor: enabled ? Theme.actionInk : Theme.softInk
}
