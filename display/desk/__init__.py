"""The desk panel: what a window's clerk sees and does, beside other work and beside the keypad."""
