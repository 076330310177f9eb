"""The key tables of keypads and pads: the hall's, and a window's own instead of it."""

from collections.abc import Iterator, Mapping

from shared.config.schema import HallFile, KeypadToml, PadToml, WindowToml
from shared.domain.keypad import KeyAction, KeyMeaning, KeypadKeys, TransferTo
from shared.domain.rating import PadKeys, Score

TRANSFER = "transfer:"
HIGHEST = 255  # a key is one byte on the bus


def pad_keys(hall: PadToml, window: WindowToml) -> PadKeys:
    """Return what the keys of a window's pad mean: its own table, or the hall's."""
    scores, complaint = _pad_table(hall, window)
    return PadKeys(
        tuple((int(code), Score(score)) for code, score in scores.items()), complaint, hall.ask_s
    )


def keypad_keys(hall: KeypadToml, window: WindowToml) -> KeypadKeys:
    """Return what the keys of a window's keypad do: its own table, the hall's, or the usual."""
    keys = hall.keys if window.keypad_keys is None else window.keypad_keys
    if keys is None:
        return KeypadKeys()
    return KeypadKeys(tuple((bytes.fromhex(code), _meaning(does)) for code, does in keys.items()))


def wrong_keys(file: HallFile) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the key tables: path of the value, and what."""
    yield from _wrong_pad("$.pad.scores", *_pad_table(file.pad, None))
    yield from _wrong_keypad("$.keypad.keys", file, file.keypad.keys or {})
    for i, window in enumerate(file.window):
        if window.pad_scores is not None or window.pad_complaint is not None:
            key = "pad_complaint" if window.pad_scores is None else "pad_scores"
            yield from _wrong_pad(f"$.window[{i}].{key}", *_pad_table(file.pad, window))
        yield from _wrong_keypad(f"$.window[{i}].keypad_keys", file, window.keypad_keys or {})


def _pad_table(hall: PadToml, window: WindowToml | None) -> tuple[Mapping[str, int], int | None]:
    scores, complaint = hall.scores, hall.complaint
    if window is not None and window.pad_scores is not None:
        scores = window.pad_scores
    if window is not None and window.pad_complaint is not None:
        complaint = window.pad_complaint
    return scores, complaint


def _wrong_pad(
    at: str, scores: Mapping[str, int], complaint: int | None
) -> Iterator[tuple[str, str]]:
    if not scores:
        yield at, "no key stands for a score: leave the line out to have the usual ones"
    for code, score in scores.items():
        if not 1 <= score <= 5:
            yield at, f"key {code} stands for {score}: scores are 1 to 5"
        if int(code) > HIGHEST:
            yield at, f"key {code}: a pad's keys are 0 to {HIGHEST}"
        if int(code) == complaint:
            yield at, f"key {code} is the complaint key and a score: it can be one of them"
    codes = [int(code) for code in scores]
    for twice in sorted({code for code in codes if codes.count(code) > 1}):
        yield at, f"key {twice} is named twice"


def _wrong_keypad(at: str, file: HallFile, keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    letters = {queue.letter for queue in file.queue}
    for code, does in keys.items():
        if does.startswith(TRANSFER):
            if does.removeprefix(TRANSFER) not in letters:
                yield at, f"key {code} sends to {does.removeprefix(TRANSFER)}: no such [[queue]]"
        elif does not in set(KeyAction):
            names = ", ".join((*KeyAction, f"{TRANSFER}QUEUE"))
            yield at, f"key {code} cannot do {does}: it does one of {names}"
    written = [code.upper() for code in keys]
    for code in sorted({code for code in written if written.count(code) > 1}):
        yield at, f"key {code} is named twice"


def _meaning(does: str) -> KeyMeaning:
    if does.startswith(TRANSFER):
        return TransferTo(does.removeprefix(TRANSFER))
    return KeyAction(does)
