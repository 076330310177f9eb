"""`hall doctor` asks the public address over real HTTPS."""

import json
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from display.phone.checks import phone_checks
from shared.config import load_hall
from shared.config.schema import PhoneToml
from shared.doctor import Bad, Fine, Result
from tests.support.halls import SampleHall

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


@contextmanager
def proxy(folder: Path, says: bytes, status: int = 200) -> Iterator[str]:
    """A reverse proxy that answers every path so; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/hall/probe" else 404)
            self.end_headers()
            self.wfile.write(says)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield f"https://localhost:{server.server_port}/hall"
        server.shutdown()
        thread.join()


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate that this process trusts."""
    files = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*command, *files, *name], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    return tmp_path


def result(hall: SampleHall, base: str) -> Result:
    config = load_hall(hall.folder)
    [check] = phone_checks(replace(config, phone=PhoneToml(base_url=base)))
    return check.result


def test_the_hall_behind_its_proxy(hall: SampleHall, certificate: Path) -> None:
    with proxy(certificate, json.dumps({"hallcall": "luojiang"}).encode()) as base:
        assert isinstance(result(hall, base), Fine)
        found = result(hall, base.removesuffix("/hall"))
        assert isinstance(found, Bad)
        assert "Not Found" in found.what
    found = result(hall, base)
    assert isinstance(found, Bad)
    assert "does not answer" in found.what


@pytest.mark.parametrize("says", [b'{"hallcall": "elsewhere"}', b"<html>", b"[]", b"\xff" * 9])
def test_another_page_at_the_address(hall: SampleHall, certificate: Path, says: bytes) -> None:
    with proxy(certificate, says) as base:
        assert isinstance(result(hall, base), Bad)


def test_a_certificate_nobody_trusts(
    hall: SampleHall, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with proxy(certificate, b"{}") as base:
        found = result(hall, base)
    assert isinstance(found, Bad)
    assert "do not trust" in found.what


def test_a_hall_without_phones(hall: SampleHall) -> None:
    assert list(phone_checks(load_hall(hall.folder))) == []
