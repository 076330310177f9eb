import QtQuick

// A card on the paper.
Rectangle {
    color: Theme.card
    radius: Theme.radius
    border.color: Theme.border
    border.width: Theme.hairline
}
