"""The commands of the hall itself: init, catalog, window, doctor, demo."""
