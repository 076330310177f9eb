"""The voice of the wall boards: every call spoken, in order, on all boards in step."""
