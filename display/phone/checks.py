"""What `hall doctor` checks of the phone page: the public address answers, and it is ours."""

import json
import ssl
import urllib.request
from collections.abc import Iterator
from urllib.error import URLError

from shared.config import HallConfig
from shared.doctor import Bad, Check, Fine, Result

ANSWER_S = 5.0
ANSWER_MOST = 1000


def phone_checks(config: HallConfig) -> Iterator[Check]:
    """Ask the public address as a phone would; nothing to check where a hall has none."""
    if config.phone.base_url is not None:
        yield Check("phone page", _asked(config, config.phone.base_url))


def _asked(config: HallConfig, base: str) -> Result:
    address = f"{base}/probe"
    try:
        with urllib.request.urlopen(address, timeout=ANSWER_S) as answer:  # noqa: S310  https alone
            told = json.loads(answer.read(ANSWER_MOST))
    except URLError as error:
        if isinstance(error.reason, ssl.SSLCertVerificationError):
            do = "give the reverse proxy a certificate that phones trust, and renew it in time"
            return Bad(f"phones do not trust {base}: {error.reason.verify_message}", do)
        do = "does hall phone run, and the reverse proxy? docs/phone.md"
        return Bad(f"{address} does not answer: {error.reason}", do)
    except (OSError, ValueError) as error:
        return Bad(f"{address} answers something else: {error}", "docs/phone.md: the reverse proxy")
    if not isinstance(told, dict) or told.get("hallcall") != config.hall.code:
        do = "point the name, or the proxy's path, at this hall's hall phone"
        return Bad(f"{address} is not this hall's page: it says {told}", do)
    return Fine(f"{base} answers, and its certificate is trusted")
