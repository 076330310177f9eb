"""What stands on keys, faces and switches."""

from typing import TypeAlias

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

COMPLAINT = 7
PAD: dict[int, str] = {
    0: "非常满意",
    1: "满意",
    2: "基本满意",
    3: "不满意",
    4: "非常不满意",
    COMPLAINT: "投诉",
}

Fault: TypeAlias = tuple[str, str, bool | float]
"""A switch of a device, its words, and how strong the dock switches it on."""

PRINTER_FAULTS: tuple[Fault, ...] = (
    ("paper_out", "缺纸", True),
    ("near_end", "纸将尽", True),
    ("cover_open", "上盖开", True),
    ("offline", "脱机", True),
    ("cutter_error", "切刀卡住", True),
    ("unrecoverable", "机器故障", True),
    ("overheated", "过热", True),
    ("untaken", "票未撕下", True),
    ("mute", "不应答", True),
    ("garbage", "乱答", True),
    ("delay", "迟答", 1.0),
    ("slow", "收得慢", 200),
    ("drop_after", "打印中断线", 60),
)
MOUTH_FAULTS = {"jammed": "出纸口卡纸", "taken": "票无人取"}
"""Those of the presenter; the latter is a fault while it is not so."""

BOARD_FAULTS = (
    ("mute", "不应答"),
    ("nack", "拒收"),
    ("garbage", "乱答"),
    ("slow", "迟答"),
    ("wrong_address", "地址不对"),
    ("drop", "漏收"),
    ("double", "答两遍"),
)
MODBUS_PAD_FAULTS = (("mute", "不应答"), ("deaf_to_acks", "不答确认"))
SCREEN_PAD_FAULTS: tuple[Fault, ...] = (
    ("mute", "不应答", True),
    ("garbage", "乱说", True),
    ("doubled", "说两遍", True),
)
READER_FAULTS: tuple[Fault, ...] = (
    ("mute", "不应答", True),
    ("garbage", "乱答", True),
    ("damaged", "回答损坏", True),
    ("cut", "只答一半", True),
    ("slow", "迟答", 1.0),
    ("faulty", "模块故障", True),
    ("lifted", "读时拿走", True),
    ("finds_again", "反复寻卡", True),
    ("spoiled", "卡片损坏", True),
)
SCANNER_FAULTS: tuple[Fault, ...] = (
    ("mute", "不出码", True),
    ("torn", "断码", True),
    ("doubled", "出两遍", True),
)

CARDS = {
    "elder": "老人",
    "adult": "成人",
    "child": "儿童",
    "expired": "已过期",
    "permit": "港澳台",
    "foreigner": "外国人",
    "foreigner2023": "外国人新版",
    "unknown": "未知卡",
}
"""The sample cards."""

BOARD_TITLE = "屏 · {}"
PAD_TITLE = "评价器"
PRINTER_TITLE = "小票打印机"
READER_TITLE = "身份证阅读器"
SCANNER_TITLE = "扫码器"
LED_KINDS = {"onbon": "Onbon", "alpha": "Alpha", "modbus": "Modbus"}

NOT_CONNECTED = "未连接"
IDLE = "等待服务"
SERVING = "正在办理 {}"
ASKS = "请评价 {}"

WIRE_FAULTS: tuple[Fault, ...] = (
    ("unplugged", "拔线", True),
    ("baud", "限速9600", 9600),
    ("delay", "迟答", 0.5),
    ("slow", "慢吐", 0.02),
    ("garbage", "干扰", 0.02),
    ("drop", "丢字节", 0.02),
    ("double", "重复", 0.5),
)


def window_name(label: str) -> str:
    """Return what people call a window."""
    return f"{label}号窗口"


def grouped(digits: str) -> str:
    """Return six digits as waiting, a space, and the ticket: "002 012"."""
    return f"{digits[:3]} {digits[3:]}"
