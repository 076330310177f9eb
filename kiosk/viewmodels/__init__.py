"""What QML sees of the kiosk."""
