"""What is wrong with a screen: from its pixels, its layout and its accessibility tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from string import ascii_lowercase
from typing import Any

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont, QImage, QRawFont

from kiosk.modes import Language
from shared.ui.application import FAMILY
from shared.voice.book import open_book
from shared.voice.reading import Reader, read_readings
from shared.voice.spoken import named
from tests.kiosk.screen import KioskScreen, SeenText, Target
from tests.kiosk.walk.settings import Setting

TARGET_MM, GAP_MM = 12.7, 2.54
CAPITAL = 0.733
"""Height of a capital letter of the type, as a part of its size; held by a test of its pixels."""
CAPITAL_MM = {False: 4.8, True: 7.3}
CONTRAST, CONTRAST_LARGE = 7.0, 4.5
LARGE_MM = 9.5
"""WCAG's large text is 18 pt, 6.35 mm; a kiosk is read from farther away than a page."""
SPELLED = {*ascii_lowercase, "gssl", "gs", "vvv", "bzz", "db", "sm", "ts", "bb", "bn", "gz"}
"""Letters that are meant to be said one by one: of the keyboard, of an example, of the numbers of
cases, and typed here."""

PRESSABLE = (QAccessible.Role.Button, QAccessible.Role.CheckBox)


@dataclass
class Measured:
    """The extremes of one screen, and whatever is wrong with it."""

    texts: int = 0
    targets: int = 0
    contrast: float = 21.0
    capital_mm: float = 99.0
    target_mm: float = 99.0
    gap_mm: float = 99.0
    faults: list[str] = field(default_factory=list)


def measure(kiosk: KioskScreen, setting: Setting, only: str = "") -> Measured:
    """Look at the screen as it is now."""
    found = Measured()
    texts = [one for one in kiosk.texts(only) if one.seen.width() > 1 and one.seen.height() > 1]
    targets = [one for one in kiosk.targets(only) if one.seen.height() > 1]
    found.texts, found.targets = len(texts), len(targets)
    if not texts:
        found.faults.append("nothing to read")
    found.faults += [*_words(texts), *_overlaps(texts), *_tofu(texts)]
    found.faults += [*_named(kiosk, targets), *_unspoken(kiosk, targets, setting)]
    _contrast(kiosk.picture(), texts, setting, found)
    _sizes(texts, setting, found)
    _distances(targets, setting, found)
    _reach(targets, setting, found)
    return found


def _words(texts: list[SeenText]) -> Iterator[str]:
    for one in texts:
        if one.cut:
            yield f"cut: {one.text}"
        if not one.scrolls and not one.seen.adjusted(-1, -1, 1, 1).contains(one.painted):
            yield f"clipped: {one.text}"
        # A pixel for rounding; a line scrolled half away is no fault of the line.
        if not one.ground.adjusted(-1, -1, 1, 1).contains(one.painted):
            yield f"beyond its surface: {one.text} {one.painted} {one.ground}"


def _overlaps(texts: list[SeenText]) -> Iterator[str]:
    for one, other in combinations(texts, 2):
        both = one.seen.intersected(other.seen)
        if both.width() > 1 and both.height() > 1:
            yield f"overlap: {one.text} / {other.text}"


def _tofu(texts: list[SeenText]) -> Iterator[str]:
    font = QRawFont.fromFont(QFont(FAMILY))
    for one in texts:
        lacking = {c for c in one.text if c.isprintable() and not font.supportsCharacter(ord(c))}
        if lacking:
            yield f"tofu: {lacking} in {one.text}"


def _contrast(picture: QImage, texts: list[SeenText], setting: Setting, found: Measured) -> None:
    for one in texts:
        if not one.enabled:
            continue
        ratio = contrast_of(picture, one.seen)
        found.contrast = min(found.contrast, ratio)
        large = one.size / setting.panel.px_per_mm >= LARGE_MM
        if ratio < (CONTRAST_LARGE if large else CONTRAST):
            found.faults.append(f"contrast {ratio:.1f}: {one.text}")


def contrast_of(picture: QImage, area: QRectF) -> float:
    """Return the contrast of ink and ground in a part of a picture, WCAG 2's relative luminance.

    The ground is the commonest colour, the ink the one farthest from it: strokes are antialiased,
    so that a stroke's core may be a few pixels only.
    """
    part = picture.copy(area.toAlignedRect()).convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(part.constBits())
    image = Image.frombytes(
        "RGB", (part.width(), part.height()), raw, "raw", "RGB", part.bytesPerLine()
    )
    colours: Any = image.getcolors(part.width() * part.height())
    ground = max(colours)[1]
    seen = [colour for count, colour in colours if count > 1]
    return max((_ratio(colour, ground) for colour in seen), default=1.0)


@cache
def _ratio(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: tuple[int, ...]) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _sizes(texts: list[SeenText], setting: Setting, found: Measured) -> None:
    least = CAPITAL_MM[setting.modes.large]
    for one in texts:
        high = one.size * CAPITAL / setting.panel.px_per_mm
        found.capital_mm = min(found.capital_mm, high)
        if high < least:
            found.faults.append(f"capitals of {high:.2f} mm: {one.text}")


def _distances(targets: list[Target], setting: Setting, found: Measured) -> None:
    px_per_mm = setting.panel.px_per_mm
    whole = [one for one in targets if one.seen == one.area]
    for one in whole:
        side = min(one.area.width(), one.area.height()) / px_per_mm
        found.target_mm = min(found.target_mm, side)
        if side < TARGET_MM:
            found.faults.append(f"target of {side:.1f} mm: {one.name}")
    for one, other in combinations(whole, 2):
        apart = gap(one.area, other.area) / px_per_mm
        found.gap_mm = min(found.gap_mm, apart)
        if apart < GAP_MM:
            found.faults.append(f"gap of {apart:.2f} mm: {one.name} / {other.name}")


def gap(one: QRectF, other: QRectF) -> float:
    """Return the distance of two rectangles, 0 when they touch."""
    x = max(one.left() - other.right(), other.left() - one.right(), 0)
    y = max(one.top() - other.bottom(), other.top() - one.bottom(), 0)
    return max(x, y)


def _reach(targets: list[Target], setting: Setting, found: Measured) -> None:
    if not setting.modes.low:
        return
    panel = setting.panel
    for one in targets:
        top = panel.bottom_mm + panel.height_mm - one.seen.top() / panel.px_per_mm
        low = panel.bottom_mm + panel.height_mm - one.seen.bottom() / panel.px_per_mm
        if top > 1220.5 or low < 379.5:
            found.faults.append(f"out of reach at {low:.0f} to {top:.0f} mm: {one.name}")


@dataclass(frozen=True)
class Node:
    """One entry of the accessibility tree, where it is on the window."""

    role: QAccessible.Role
    name: str
    area: QRectF


def nodes(kiosk: KioskScreen) -> list[Node]:
    """Return what a screen reader is told is on the screen."""
    root = QAccessible.queryAccessibleInterface(kiosk.window)
    corner = root.rect().topLeft()

    def walk(one: QAccessibleInterface) -> Iterator[Node]:
        area = QRectF(one.rect().translated(-corner))
        if area.width() > 0 and area.height() > 0:
            yield Node(one.role(), one.text(QAccessible.Text.Name), area)
        for index in range(one.childCount()):
            yield from walk(one.child(index))

    return [node for index in range(root.childCount()) for node in walk(root.child(index))]


def _unspoken(kiosk: KioskScreen, targets: list[Target], setting: Setting) -> Iterator[str]:
    """What 朗读 says: something of every page, and all of it and of each control can be said."""
    told = kiosk.told()
    if not told:
        yield "nothing is read of this page"
    for words in (*told, *(one.spoken for one in targets)):
        yield from (f"{problem}: {words}" for problem in unspeakable(words, setting.modes.language))


@cache
def unspeakable(words: str, language: Language) -> tuple[str, ...]:
    """Return what the voice would leave out of some words, or spell for want of a clip."""
    speaks = reader()
    found = [f"no sound for {char}" for char in sorted(speaks.left_out(words))]
    if not speaks.pieces(words, named(language)):
        found.append("nothing said")
    if language is Language.ENGLISH:
        found += [f"spelled: {word}" for word in speaks.spelled(words) if word not in SPELLED]
    return tuple(found)


@cache
def reader() -> Reader:
    """Return who reads texts, with the clips that ship."""
    book = open_book()
    return Reader(book, read_readings())


def _named(kiosk: KioskScreen, targets: list[Target]) -> Iterator[str]:
    tree = [node for node in nodes(kiosk) if node.role in PRESSABLE]
    names = [node.name for node in tree]
    for one in targets:
        if one.spoken not in names:
            yield f"not in the accessibility tree: {one.name} “{one.spoken}”"
        elif names.count(one.spoken) > 1:
            yield f"{names.count(one.spoken)} controls are called “{one.spoken}”"
    for node in tree:
        if not node.name.strip():
            yield f"a control without a name at {node.area}"
