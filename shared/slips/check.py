"""The slip staff print to see whether a printer works: it is no ticket, and says so."""

from datetime import datetime

from shared.slips.lines import Line, Pair, Paper, Rule


def test_paper(hall: str, kiosk: str, at: datetime) -> Paper:
    """Lay out a test slip."""
    return (
        Line(hall, bold=True),
        Line("测试小票 · 不是号码", size=2, bold=True),
        Rule(),
        Pair("取号机", kiosk),
        Pair("时间", f"{at:%Y-%m-%d %H:%M:%S}"),
        Pair("汉字", "厅号通 绿色通道"),
        Pair("字符", "0123456789 ABCXYZ"),
        Rule(),
    )
