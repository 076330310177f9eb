"""Function bytes of the caller bus, and the digits of a keypad's display."""

KEY = 0x01  # keypad → host; also the host's reply to a pad, and host → pad "start rating"
SHOW = 0x02  # host → keypad: six digits; host → pad: stars
BEEP = 0x03  # host → keypad
RATING = 0x11  # pad → host

START_RATING = b"\x0b"
STARS = b"\x05"
BLANK = 0x0A


def digits(waiting: int | None, number: int | None) -> bytes:
    """Return six digits: people waiting (at most 999), then a ticket's last three digits."""
    return _three(None if waiting is None else min(waiting, 999)) + _three(number)


def shown(data: bytes) -> str:
    """Return six digits as a display shows them, "-" for a blank one."""
    return "".join(str(digit) if digit < BLANK else "-" for digit in data)


def _three(value: int | None) -> bytes:
    if value is None:
        return bytes((BLANK,)) * 3
    return bytes(int(digit) for digit in f"{value % 1000:03d}")
