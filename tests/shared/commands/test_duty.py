"""hall duty and hall evacuate, as the duty manager types them."""

from tests.shared.commands.conftest import HallCommand


def test_duty_and_evacuation(at: HallCommand) -> None:
    assert at("duty", "list").data == {"alarms": [], "dealt_with_today": []}
    at("ticket", "issue", "--green")
    (alarm,) = at("duty", "list").data["alarms"]
    assert (alarm["alarm"], alarm["what"], alarm["window"]) == ("helper:1", "G001", 1)
    assert (alarm["taken_by"], alarm["overdue"]) == (None, False)
    assert 0 < alarm["seconds_left"] <= 60
    taken = at("duty", "take", "helper:1", "--by", "李明").data
    assert taken == {"alarm": "helper:1", "action": "taken", "by": "李明"}
    assert at("duty", "take", "helper:1", "--by", "王芳").code != 0
    assert at("duty", "met", "helper:1", "--by", "李明").data["action"] == "met"
    (dealt,) = at("duty", "list").data["dealt_with_today"]
    assert (dealt["kind"], dealt["what"], dealt["by"]) == ("helper", "G001", "李明")

    assert at("duty", "page", "李明").data["address"].startswith("/h/")
    assert at("duty", "pages").data["pages"][0]["helper"] == "李明"
    assert at("duty", "page", "李明", "--close").data == {"helper": "李明", "open": False}
    assert at("duty", "page", "李明", "--close").code != 0

    assert at("evacuate", "status").data == {"evacuating": False}
    assert at("evacuate", "on", "--text", "请走东侧楼梯").data["text"] == "请走东侧楼梯"
    assert at("evacuate", "on").code != 0
    assert at("ticket", "issue", "--green").code != 0
    assert at("window", "call", 1).code != 0
    assert at("evacuate", "status").data["evacuating"] is True
    assert at("evacuate", "off").data == {"evacuating": False}
    assert at("window", "call", 1).code == 0
    assert at("audit", "verify").data["whole"] is True
