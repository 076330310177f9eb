"""A page of the devices' states for people (/) and programs (/health.json): read-only."""

import json
import threading
from collections.abc import Mapping
from datetime import datetime
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from string import Template
from typing import Any

from display.windows.device_book import DeviceBook
from shared.domain.devices import DeviceState
from shared.domain.errors import BadInput
from shared.log import logger
from shared.usecases.context import Context

REQUEST_S = 3.0  # who is slower is sent away: one thread serves all

FINE = (DeviceState.WORKING, DeviceState.OFF)
WORDS = {
    DeviceState.WORKING: "正常",
    DeviceState.AWAY: "端口断开",
    DeviceState.SILENT: "不应答",
    DeviceState.REFUSING: "拒收",
    DeviceState.TROUBLE: "故障",
    DeviceState.UNSTEADY: "时好时坏",
    DeviceState.OFF: "已停用",
}
PAGE = Template(
    """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width"><title>$hall 设备状态</title>
<style>body{font:16px/1.6 sans-serif;margin:2em;color:#12202c;background:#f7f6f2}
table{border-collapse:collapse}
td,th{padding:.3em 1em;text-align:left;border-bottom:1px solid #c9cfd4}
.bad{color:#9b1c1c;font-weight:bold}</style></head>
<body><h1>$hall 设备状态</h1><p>$at</p>
<table><tr><th>设备</th><th>状态</th><th>自</th><th>原因</th><th>下次重试</th></tr>
$rows</table></body></html>
"""
)


class HealthPage:
    """Serves the page on HOST:PORT, on one thread. BadInput when that cannot be listened on."""

    def __init__(self, ctx: Context, book: DeviceBook, address: str) -> None:
        self._ctx = ctx
        self._book = book
        host, _, port = address.rpartition(":")
        page = self

        class Handler(BaseHTTPRequestHandler):
            timeout = REQUEST_S

            def do_GET(self) -> None:
                page._answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                logger.debug(format, *args)

        try:
            self._server = HTTPServer((host or "127.0.0.1", int(port)), Handler)
        except (OSError, ValueError, OverflowError) as error:
            hint = "write --health HOST:PORT, as in --health 127.0.0.1:8008"
            raise BadInput(f"no health page at {address}: {error}", hint) from error
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.2,), name="health page", daemon=True
        )

    @property
    def url(self) -> str:
        """Where it is."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/"

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        told = self._told()
        match request.path.partition("?")[0]:
            case "/":
                kind, body = "text/html", _html(told)
            case "/health.json":
                kind, body = "application/json", json.dumps(told, ensure_ascii=False)
            case _:
                request.send_error(HTTPStatus.NOT_FOUND)
                return
        data = body.encode()
        request.send_response(HTTPStatus.OK)
        request.send_header("Content-Type", f"{kind}; charset=utf-8")
        request.send_header("Content-Length", str(len(data)))
        request.send_header("Cache-Control", "no-store")
        request.end_headers()
        request.wfile.write(data)

    def _told(self) -> dict[str, Any]:
        now = self._book.now()
        zone = self._ctx.clock().tzinfo

        def shown(moment: datetime | None) -> str | None:
            return moment.astimezone(zone).isoformat(timespec="seconds") if moment else None

        devices = [
            {
                "device": name,
                "state": device.state,
                "since": shown(device.since),
                "reason": device.latest,
                "hint": device.hint,
                "next_try": shown(device.next_try),
            }
            for name, device in sorted(now.items())
        ]
        return {
            "hall": self._ctx.hall.name,
            "at": shown(self._ctx.clock()),
            "ok": all(device.state in FINE for device in now.values()),
            "devices": devices,
        }


def _html(told: Mapping[str, Any]) -> str:
    rows = "".join(
        f'<tr class="{"fine" if one["state"] in FINE else "bad"}"><td>{escape(one["device"])}</td>'
        f"<td>{WORDS[one['state']]}</td><td>{one['since']}</td>"
        f"<td>{escape(' · '.join(w for w in (one['reason'], one['hint']) if w))}</td>"
        f"<td>{one['next_try'] or ''}</td></tr>\n"
        for one in told["devices"]
    )
    return PAGE.substitute(hall=escape(told["hall"]), at=told["at"], rows=rows)
