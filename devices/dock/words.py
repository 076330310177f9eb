"""What stands on keys, faces and switches."""

from devices.keypad import Key

KEYS: dict[Key, str] = {
    Key.CALL_NEXT: "呼叫",
    Key.RECALL: "重呼",
    Key.EVALUATE: "评价",
    Key.NO_SHOW: "过号",
    Key.PARK: "挂起",
    Key.CALL_BACK: "回呼",
    Key.TRANSFER: "转移",
    Key.PAUSE: "暂停",
    Key.CANCEL: "取消",
}

DROP = "打印中断线"

COMPLAINT = 7
PAD: dict[int, str] = {
    0: "非常满意",
    1: "满意",
    2: "基本满意",
    3: "不满意",
    4: "非常不满意",
    COMPLAINT: "投诉",
}

FAULTS: dict[str, str] = {
    "paper_out": "缺纸",
    "near_end": "将尽",
    "cover_open": "上盖开",
    "offline": "脱机",
    "cutter_error": "切刀卡住",
    "mute": "不应答",
}


WIRE_FAULTS: tuple[tuple[str, str, bool | float], ...] = (
    ("unplugged", "拔线", True),
    ("baud", "限速9600", 9600),
    ("delay", "迟答", 0.5),
    ("slow", "慢吐", 0.02),
    ("garbage", "干扰", 0.02),
    ("drop", "丢字节", 0.02),
    ("double", "重复", 0.5),
)
"""Each fault of a wire, its words, and how strong the dock switches it on."""


def window_name(label: str) -> str:
    """Return what people call a window."""
    return f"{label}号窗口"


def grouped(digits: str) -> str:
    """Return six digits as waiting, a space, and the ticket: "002 012"."""
    return f"{digits[:3]} {digits[3:]}"
