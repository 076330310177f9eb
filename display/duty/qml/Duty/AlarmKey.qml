import Hall.Theme

// A key of an alarm. Rows change places: what was under the finger when it came down is meant, and
// a key whose alarm has changed meanwhile does nothing.
Touch {
    id: key

    required property string alarm
    property bool strong: false
    property string held: ""

    signal meant

    implicitHeight: Theme.target * 0.8
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    labelSize: Theme.small
    fill: strong ? Theme.action : Theme.card
    fillPressed: strong ? Theme.actionPressed : Theme.pressed
    labelColor: strong ? Theme.actionInk : Theme.ink
    onPressed: held = alarm
    onClicked: {
        if (held === "" || held === alarm)
            meant();
        held = "";
    }
    onCanceled: held = ""
}
