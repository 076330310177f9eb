"""What the hall sees: wall board, window LEDs and pads, the demo dock."""
