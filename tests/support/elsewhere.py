"""Other people at work in a hall: one process beside the tests' own, told what to do."""

import json
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.support.halls import ROOT


class Elsewhere:
    """A process that has loaded the hall once; every word said to it opens a hall anew."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.elsewhere"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, folder: Path, code: str) -> None:
        """Run code in which `ctx` is the hall in this folder; fails when it fails there."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(folder), code]) + "\n")
        self._process.stdin.flush()
        failure = json.loads(self._process.stdout.readline())
        assert failure is None, failure

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _names() -> dict[str, Any]:
    from shared.domain.slip_trouble import SlipTrouble
    from shared.storage.print_jobs import PrintState
    from shared.usecases import printing
    from shared.usecases.call_next import call_next, resume
    from shared.usecases.issue_ticket import Request, issue_ticket
    from shared.usecases.window_actions import no_show, park, recall, transfer

    known = (
        PrintState,
        SlipTrouble,
        call_next,
        resume,
        Request,
        issue_ticket,
        no_show,
        park,
        recall,
        transfer,
    )
    return {"printing": printing, **{one.__name__: one for one in known}}


def main() -> None:
    from shared.usecases.context import open_hall

    names = _names()
    for line in sys.stdin:
        folder, code = json.loads(line)
        failure = None
        try:
            ctx = open_hall(Path(folder))
            try:
                exec(code, {**names, "ctx": ctx})
            finally:
                ctx.database.dispose()
        except Exception:
            failure = traceback.format_exc()
        print(json.dumps(failure), flush=True)


if __name__ == "__main__":
    main()
