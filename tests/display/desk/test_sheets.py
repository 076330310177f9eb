"""Registers and posts at the panel, and how it looks in every language and contrast."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from display.desk.preferences import Preferences, path_of, write
from shared.usecases.cases import list_cases, show_case
from shared.usecases.posts import posts_now
from shared.usecases.staff import set_password
from tests.display.desk.conftest import Panel, Panels
from tests.support.halls import SampleHall
from tests.support.staff import CHEAP, employ

K = Qt.Key
PASSWORD = "锦江春色来天地，玉垒浮云"
MADE_UP = """
name = "遗失物品"
prefix = "WP"
document = "ours"
keep_days = 30
keep_basis = "ours"

[field.what]
label = "物品"

[field.owner]
label = "失主"
personal = true

[field.colour]
label = "颜色"
kind = "choice"
choices = { red = "红", blue = "蓝" }

[field.result]
label = "结果"
kind = "long"

[state.lost]
label = "待认领"

[state.found]
label = "已认领"
closed = true

[step.open]
label = "登记"
by = ["clerk"]
to = "lost"
needs = ["what", "colour"]
takes = ["owner"]

[step.collect]
label = "认领"
by = ["clerk"]
from = ["lost"]
to = "found"
fresh = ["result"]

[deadline.soon]
label = "通知失主"
starts = ["open"]
met_by = ["collect"]
within = { hours = 1 }
basis = "ours"

[deadline.never]
label = "移交"
starts = ["open"]
met_by = ["collect"]
within = { working_days = 60 }
basis = "ours"
"""


def test_a_made_up_register_works_without_code(panels: Panels, hall: SampleHall) -> None:
    (hall.folder / "registers").mkdir(exist_ok=True)
    (hall.folder / "registers" / "lost_thing.toml").write_text(MADE_UP, encoding="utf-8")
    hall.rewrite(("[hall]", "[hall]"))  # the registers are read when a hall is opened
    panel = panels(ctx=hall.ctx)
    panel.click("cases")
    panel.click("new-case")
    panel.until(lambda: panel.has("register-lost_thing"))
    cases = panel.window.property("cases")
    cases.begin("lost_thing")  # the last of a long list
    panel.sheet("Form")
    panel.write("field-what", "雨伞")
    panel.write("field-owner", "张三")
    panel.click("submit")
    panel.answered("请填写：颜色", bad=True)
    panel.click("field-colour-blue")
    panel.key(K.Key_Return, control=True)
    panel.sheet("Case")
    (case,) = list_cases(hall.ctx, "lost_thing")
    assert show_case(hall.ctx, case.code).values == {
        "what": "雨伞",
        "colour": "blue",
        "owner": "张三",
    }
    shown = {text["text"] for text in panel.texts()}
    assert {"物品：雨伞", "颜色：蓝", "失主：张*", "移交：期限未知：缺2027年日历"} <= shown
    panel.click("reveal")
    panel.until(lambda: "失主：张三" in {text["text"] for text in panel.texts()})
    panel.key(K.Key_Escape)
    panel.sheet("Cases")
    assert "张" not in str([text["text"] for text in panel.texts()])
    hall.clock.forward(hours=2)
    panel.model.look()
    panel.until(lambda: panel.read(f"due-{case.code}", "overdue") is True)
    panel.click(f"due-{case.code}")
    panel.sheet("Case")
    panel.key(K.Key_1)  # one key to the next step
    panel.sheet("Form")
    panel.write("field-result", "已还给失主")
    panel.key(K.Key_Return, control=True)
    panel.sheet("Case")
    assert show_case(hall.ctx, case.code).file.state == "found"


def fill(panel: Panel, name: str, text: str) -> None:
    """Type into a field that belongs to its sheet."""
    panel.until(lambda: panel.has(name))
    panel.frame()
    panel.click_at_once(name)
    for char in text:
        QTest.keyClick(panel.window, Qt.Key(ord(char.upper())))


def test_sign_in_leave_and_come_back(panels: Panels, hall: SampleHall) -> None:
    employ(hall)
    set_password(hall.ctx, "1001", PASSWORD, cost=CHEAP)
    hall.numbers(1)
    panel = panels()
    panel.sheet("SignIn")
    assert not panel.model.property("can")["next"]
    fill(panel, "staff-number-text", "1001")
    fill(panel, "password-secret", "wrong")
    panel.click("submit")
    panel.until(lambda: bool(panel.model.property("answer")["bad"]))
    post = panel.window.property("post")
    post.signIn("1001", PASSWORD)
    panel.sheet("")
    panel.shows("person", "A岗 王芳")
    panel.next()
    panel.shows("number", "C001")
    panel.click("away")
    panel.click("submit")
    panel.answered("请填全：事由、去向、联系方式、返岗时间", bad=True)
    panel.rest()
    post.leave("开会", "三楼会议室", "8001", f"{hall.clock() + timedelta(hours=1):%H:%M}", "")
    panel.shows("person", "离开，11:00返岗")
    panel.click("away")
    panel.click("submit")
    panel.shows("person", "A岗 王芳")
    panel.click("post")
    panel.click("submit")
    panel.until(lambda: bool(post.property("asked")))
    now = posts_now(hall.ctx)[3]
    assert now.serving is None
    assert not panel.model.property("can")["recall"]


SHEETS = ("", "Transfer", "Ticket", "Settings", "SignIn", "Leave", "Back", "Cases", "Registers")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_nothing_is_cut(panels: Panels, hall: SampleHall, language: str) -> None:
    kept = Preferences(language="en" if language == "en" else "zh_CN", contrast="dark")
    write(path_of(hall.folder, 7), kept)
    hall.want("不动产登记")
    hall.want("不动产登记", green=True)
    panel = panels(7)
    panel.next()
    panel.shows("number", "G001")
    for name in SHEETS:
        panel.window.setProperty("sheet", name)
        panel.frame()
        panel.frame()
        assert panel.cut() == [], name
        assert not panel.window.grabWindow().isNull()
