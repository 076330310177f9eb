pragma Singleton
import QtQuick

// Tells how controls are used: keys and touches taken by one item reach no other.
QtObject {
    signal keyed()
    signal touched()
}
