import QtQuick
import Hall.Theme

// What is said: the page when it opens, the control that gets the focus, and what changes by
// itself. Words and controls say what they are (`aloud`, `spoken`), so a new page is read as it is.
Item {
    id: aloud

    required property var kiosk
    required property Item page
    required property Item focused
    // While a page settles it is not read: what it says first comes as a whole.
    required property bool settled

    readonly property var speech: kiosk.speech
    readonly property bool on: speech.on
    readonly property int volume: kiosk.modes.volume
    readonly property string language: kiosk.modes.language
    // Whether the focus moves by itself: then it must not cut the page short.
    property bool following: false

    objectName: "aloud"
    visible: false
    onOnChanged: Qt.callLater(begin)
    onLanguageChanged: Qt.callLater(read)
    onVolumeChanged: if (on && !speech.speaking())
        speech.say([qsTr("音量%1").arg(volume)])
    onFocusedChanged: sayFocused()

    Connections {
        target: aloud.speech

        function onAgain() {
            aloud.read();
        }
    }
    Connections {
        target: Hand

        function onActed() {
            aloud.speech.hush();
        }
        function onTold(words: string) {
            if (aloud.settled)
                aloud.speech.add([words]);
        }
    }

    function begin() {
        if (!on)
            return;
        speech.say([qsTr("朗读已打开。上下键换选项，确认键选定，音量键调声音。")]);
        speech.add(told());
    }

    function read() {
        if (on && settled)
            speech.say(told());
    }

    function sayFocused() {
        if (!on || !(focused instanceof Touch) || !focused.visualFocus)
            return;
        const row = focused.view ? focused.view.indexAt(focused.x, focused.y) : -1;
        const where = row < 0 ? "" : qsTr("第%1项，共%2项").arg(row + 1).arg(focused.view.count);
        const texts = where === "" ? [focused.spoken] : [focused.spoken, where];
        if (following)
            speech.add(texts);
        else
            speech.say(texts);
    }

    // The words of the page in the order of its layout, then what can be chosen.
    function told(): list<string> {
        const words = [], choices = [];
        if (page)
            gather(page, words, choices);
        if (choices.length > 0)
            words.push(qsTr("可以选：%1").arg(choices.join("，")));
        return words;
    }

    function gather(item, words, choices) {
        if (!item.visible || item.opacity === 0)
            return;
        if (item.aloud !== undefined) {
            if (item.aloud !== "")
                words.push(item.aloud);
        } else if (item instanceof Touch) {
            choices.push(item.text);
        } else {
            for (const child of item.children)
                gather(child, words, choices);
        }
    }
}
