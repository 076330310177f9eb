"""What the kiosk's window says to its print worker, on that one's standard input."""

WANTED = b"\n"
"""A slip is wanted now."""
STATE = b"?"
"""Staff want the printer's state told anew."""
TEST = b"t"
"""Staff want a test slip."""
