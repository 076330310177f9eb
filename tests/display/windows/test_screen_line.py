"""A pad with a screen at a window of a real hall."""

import socket
from collections.abc import Iterator

import pytest

from devices.keypad import Key
from devices.pad.screen import (
    Idle,
    ScreenPadClient,
    ScreenPadSimulator,
    Serving,
)
from devices.transport import transport_for
from display.windows.plan import plan_windows
from display.windows.screen_line import faces
from display.wiring import checks
from shared.config.secret import PAD_KEY, hall_secret
from shared.doctor import verdict
from shared.domain.errors import BadInput
from shared.domain.events import PadPressed
from shared.domain.rating import PadKeys, Score
from tests.display.windows.conftest import Desk
from tests.support.halls import SampleHall

WAS = 'pad = "bus+sim:bus?address=103"'


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def screen(hall: SampleHall) -> Iterator[tuple[Desk, ScreenPadSimulator]]:
    port = free_port()
    hall.rewrite((WAS, f'pad = "screen+listen://127.0.0.1:{port}?id=PAD3"'))
    desk = Desk(hall)
    pad = ScreenPadSimulator("PAD3", hall_secret(hall.folder, PAD_KEY))
    client = ScreenPadClient(pad, transport_for(f"tcp://127.0.0.1:{port}"))
    client.start()
    pad.on_change = desk.changed.set
    desk.serve()
    yield desk, pad
    client.stop()
    desk.close()


def test_the_pad_follows_the_window(screen: tuple[Desk, ScreenPadSimulator]) -> None:
    desk, pad = screen
    desk.hall.numbers(2)
    desk.until(lambda: pad.shown is not None and pad.shown.scene == Idle())
    assert pad.shown is not None
    assert (pad.shown.window, pad.shown.name) == (3, "分领域综窗·市场监管")
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: pad.shown is not None and pad.shown.scene == Serving("C001"))
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: pad.question is not None)
    assert pad.question is not None
    assert [face.words for face in pad.question.faces] == [
        "非常满意",
        "满意",
        "基本满意",
        "不满意",
        "非常不满意",
    ]
    pad.press(1)
    desk.until(lambda: desk.ratings() == [("pad", 4)] and pad.thanked == 1)
    desk.press(3, Key.EVALUATE)  # it is rated: nothing to ask
    desk.until(lambda: desk.beeps(3) == 1)
    assert (pad.asked, pad.unsettled) == (1, 0)


def test_a_key_for_somebody_who_has_gone_rates_nobody(
    screen: tuple[Desk, ScreenPadSimulator],
) -> None:
    desk, pad = screen
    desk.hall.numbers(2)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: pad.question is not None)
    old = pad.question
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C002")
    desk.until(lambda: pad.question is None)
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: pad.asked == 2)
    pad.question = old  # as if the pad had heard of nothing since
    pad.press(4)
    desk.until(lambda: pad.unsettled == 0)
    assert desk.hall.events()[-1] == PadPressed(3, 4, "late")
    pad.press(0)  # no question is open on the screen any more
    desk.until(lambda: desk.hall.events()[-1] == PadPressed(3, 0, "late"))
    assert desk.ratings() == []


def test_a_pad_that_comes_back_is_asked_again_and_counts_once(
    screen: tuple[Desk, ScreenPadSimulator],
) -> None:
    desk, pad = screen
    desk.hall.numbers(1)
    desk.press(3, Key.CALL_NEXT)
    desk.called(3, "C001")
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: pad.question is not None)
    desk.leave()
    pad.press(0)  # the hub is away
    desk.serve()
    desk.until(lambda: pad.unsettled == 0 and desk.ratings() == [("pad", 5)])


def test_the_doctor_looks_at_the_port(screen: tuple[Desk, ScreenPadSimulator]) -> None:
    desk, _ = screen
    by_name = {check.name: check.result for check in checks(desk.hall.ctx.config)}
    (name,) = [name for name in by_name if name.startswith("pad port")]
    assert verdict(by_name[name]) == "warn"  # the hub of this test holds it
    desk.leave()
    by_name = {check.name: check.result for check in checks(desk.hall.ctx.config)}
    assert verdict(by_name[name]) == "fine"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("screen+listen://0.0.0.0:7801", "id is missing"),
        ("screen+listen://0.0.0.0:7801?id=a%20b", "id is missing, or not letters"),
        ("screen+listen://0.0.0.0?id=PAD3", "where to listen is missing"),
        ("screen+tcp://0.0.0.0:7801?id=PAD3", "where to listen is missing"),
        ("screen+listen://0.0.0.0:99999?id=PAD3", "Port out of range"),
        ("screen+listen://0.0.0.0:7801?id=PAD3&color=red", "unknown option color"),
        ("screen+sim:?id=PAD3", "where to listen is missing"),
        ("screen+sim:../pads?id=PAD3", "simulated wire"),
    ],
)
def test_a_bad_url_names_the_window(hall: SampleHall, url: str, told: str) -> None:
    hall.rewrite((WAS, f'pad = "{url}"'))
    with pytest.raises(BadInput, match=f"window 3, pad = .*{told}") as caught:
        plan_windows(hall.ctx.config)
    assert "screen+listen://" in caught.value.hint


def test_simulated_pads_have_a_wire_of_their_own(hall: SampleHall) -> None:
    hall.rewrite((WAS, 'pad = "screen+sim:led?id=PAD3"'))
    with pytest.raises(BadInput, match="sim:led carries LED boards and pads with a screen"):
        plan_windows(hall.ctx.config)


def test_pads_share_a_port_but_not_a_name(hall: SampleHall) -> None:
    url = 'pad = "screen+listen://0.0.0.0:7801?id=PAD{}"'
    hall.rewrite((WAS, url.format(3)), ('pad = "bus+sim:bus?address=104"', url.format(4)))
    assert plan_windows(hall.ctx.config).screens == {
        "listen://0.0.0.0:7801": {"PAD3": 3, "PAD4": 4}
    }
    hall.rewrite((url.format(4), url.format(3)))
    with pytest.raises(BadInput, match="window 4: the pad PAD3 already belongs to window 3"):
        plan_windows(hall.ctx.config)


def test_faces_stand_best_first_one_for_each_score() -> None:
    keys = PadKeys(((9, Score.BAD), (4, Score.VERY_GOOD), (5, Score.VERY_GOOD)))
    assert [(face.code, face.score) for face in faces(keys)] == [(4, 5), (9, 2)]


def test_a_hall_without_screens_has_no_key(hall: SampleHall) -> None:
    assert plan_windows(hall.ctx.config).screens == {}
    assert not (hall.folder / PAD_KEY).exists()


def test_a_pad_of_the_dock_finds_the_hub_by_its_name(hall: SampleHall) -> None:
    hall.rewrite((WAS, 'pad = "screen+sim:pads?id=PAD3"'))
    written = hall.ctx.config.run_dir / "pads.url"
    desk = Desk(hall)
    pad = desk.bench.pad("3")
    desk.serve()
    hall.numbers(1)
    desk.press(3, Key.CALL_NEXT)
    desk.until(lambda: pad.screen == ("分领域综窗·市场监管", "正在办理 C001"))
    desk.press(3, Key.EVALUATE)
    desk.until(lambda: pad.rating_open)
    pad.press(0)
    desk.until(lambda: desk.ratings() == [("pad", 5)])
    assert written.exists()
    desk.leave()
    assert not written.exists()
    desk.until(lambda: pad.screen == ("分领域综窗·市场监管", "未连接"))
    by_name = {check.name: check.result for check in checks(hall.ctx.config)}
    assert verdict(by_name["pad port sim:pads"]) == "fine"
    desk.close()
