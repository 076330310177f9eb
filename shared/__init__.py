"""The hall itself: rules, storage, use cases, feed, slips. Knows no kiosk, display or device."""
