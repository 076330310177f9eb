pragma Singleton
import QtQuick

// Tells how controls are used: keys and touches taken by one item reach no other; and what a
// screen has to say while it stays as it is.
QtObject {
    signal keyed()
    signal touched()
    // Something was pressed, by finger or key.
    signal acted()
    signal told(string words)
}
