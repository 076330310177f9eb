"""The windows hub: one process drives every window's LED, keypad and evaluation pad."""
