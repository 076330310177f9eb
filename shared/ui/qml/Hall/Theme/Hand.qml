pragma Singleton
import QtQuick

// Tells that somebody pressed a key on a control: keys taken by one item reach no other.
QtObject {
    signal keyed()
}
