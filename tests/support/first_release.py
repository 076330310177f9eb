"""A busy hall as release 0.1.0 left it: its archive, and a database at schema 0001 with a crowd."""

import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert

from shared.storage import Database, archive, ids
from shared.storage.migrate import migrate
from tests.support.halls import MONDAY_10

FIRST_RELEASE = Path(__file__).parents[1] / "shared/usecases/data/backup-format-1-schema-0001.zip"
"""Made by release 0.1.0 after a day's work; the file never changes."""

_FIRST = 101
"""Ids and facts of the crowd begin here."""

_PEOPLE = 240
_STATES = ("waiting", "done", "waiting", "parked", "transferred", "no_show", "waiting")


def _person(number: int) -> dict[str, Any]:
    yesterday = number < _PEOPLE // 3
    at = MONDAY_10 + timedelta(days=-yesterday, minutes=-60, seconds=number, microseconds=7)
    state = _STATES[number % len(_STATES)]
    known = number % 5 != 0  # nobody could say how long it would take
    return {
        "id": _FIRST + number,
        "hall": "luojiang",
        "business_day": at.date(),
        "prefix": "CDH"[number % 3],
        "number": 10 + number,
        "key": f"key-{number}",
        "ticket_class": "green" if number % 11 == 0 else "ordinary",
        "queue": "CDH"[number % 3],
        "state": state,
        "place": _FIRST + number,
        "for_window": 7 if state == "transferred" else None,
        "item": "2-2-084",
        "item_name": "公司设立登记",
        "origin": "kiosk",
        "issued_at": at,
        "ahead": number,
        "wait_low_min": number if known else None,
        "wait_high_min": 3 * number + 1 if known else None,
    }


CROWD = [_person(number) for number in range(_PEOPLE)]
"""The tickets of the crowd as schema 0001 keeps them; the first third came the day before."""


def load_first_release(database: Database) -> None:
    """Make a database at schema 0001 hold what the archive holds, and a crowd of two days."""
    migrate(database, "0001")
    with zipfile.ZipFile(FIRST_RELEASE) as source, database.write() as tx:
        entries = json.loads(source.read("manifest.json"))["tables"]
        tables = {table.name: table for table in archive.reflected(tx, entries)}
        for name, table in tables.items():
            archive.load(tx, table, source.read(f"tables/{name}.jsonl").splitlines())
        _crowd(tx, tables)
        for table in tables.values():
            ids.continue_after(tx, table, _FIRST + _PEOPLE - 1)


def _crowd(tx: Connection, tables: dict[str, Table]) -> None:
    tx.execute(insert(tables["ticket"]), CROWD)
    tx.execute(insert(tables["fact"]), [_fact(person) for person in CROWD])
    services = [_service(person) for person in CROWD if person["state"] != "waiting"]
    tx.execute(insert(tables["service"]), services)
    rated = [service for service in services if service["outcome"] == "done"]
    tx.execute(
        insert(tables["rating"]),
        [{"service": s["id"], "score": 4, "source": "pad", "at": s["ended_at"]} for s in rated],
    )
    days = sorted({person["business_day"] for person in CROWD})
    for day, prefix in ((day, prefix) for day in days for prefix in "CDH"):
        last = max(p["number"] for p in CROWD if (p["business_day"], p["prefix"]) == (day, prefix))
        table = tables["counter"]
        key = {"hall": "luojiang", "business_day": day, "prefix": prefix}
        tx.execute(table.delete().where(*(table.c[name] == key[name] for name in key)))
        tx.execute(insert(table), {**key, "last": last})


def _fact(person: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": person["place"],
        "at": person["issued_at"],
        "business_day": person["business_day"],
        "kind": "TicketIssued",
        "payload": {
            "number": f"{person['prefix']}{person['number']:03}",
            "queue": person["queue"],
            "ticket_class": person["ticket_class"],
            "service": person["item_name"],
            "origin": person["origin"],
        },
    }


def _service(person: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": person["id"],
        "ticket": person["id"],
        "window_number": 4,
        "business_day": person["business_day"],
        "called_at": person["issued_at"] + timedelta(minutes=5),
        "calls": 1,
        "started_at": person["issued_at"] + timedelta(minutes=6),
        "ended_at": person["issued_at"] + timedelta(minutes=9),
        "outcome": person["state"],
        "rating_asked_at": None,
    }
