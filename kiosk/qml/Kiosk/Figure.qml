import QtQuick
import Hall.Theme

// Words around a number that counts.
Words {
    id: figure

    required property string words

    text: words.replace(/\d+/, "<b><font size='4'>$&</font></b>")
    textFormat: Text.StyledText
}
