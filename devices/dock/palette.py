"""Colours of the simulated hardware; those of the window around it stand in DockTheme.qml."""

from devices.led import Color

PAPER = "#FFFFFF"
PRINT = "#000000"

BOARD = "#000000"
UNLIT = "#1F1A1A"
LIT: dict[Color, str] = {"red": "#FF3B30", "green": "#3BE477", "yellow": "#FFC145"}

DISPLAY = "#0C1A26"
SEGMENT = "#7BE0A6"
SEGMENT_OFF = "#16293A"

PAD = "#F7F6F2"
PAD_KEY = "#FFFFFF"
PAD_LIT = "#FFC145"
PAD_EDGE = "#6B7885"
PAD_INK = "#12202C"
PAD_STOP = "#9B1C1C"
