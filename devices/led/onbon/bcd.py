"""The eight BCD bytes of a card's clock: year (low byte first), month, day, h, min, s, weekday."""

from datetime import datetime

CLOCK_SIZE = 8


def pack_clock(now: datetime) -> bytes:
    """Return the bytes; the weekday is 1 (Monday) to 7."""
    parts = (now.year % 100, now.year // 100, now.month, now.day, now.hour, now.minute, now.second)
    return bytes(part // 10 << 4 | part % 10 for part in parts) + bytes((now.isoweekday(),))


def unpack_clock(data: bytes) -> datetime | None:
    """Return the time, None when the bytes are no time."""
    if len(data) != CLOCK_SIZE or any(byte & 15 > 9 or byte >> 4 > 9 for byte in data):
        return None
    low, high, month, day, hour, minute, second, _ = (
        10 * (byte >> 4) + (byte & 15) for byte in data
    )
    try:
        # The card knows no zone.
        return datetime(100 * high + low, month, day, hour, minute, second)  # noqa: DTZ001
    except ValueError:
        return None
