"""Many hands at one hall: each process issues or calls, then says what it got as JSON.

    python -m tests.support.crowd HALL issue COUNT SERVICE
    python -m tests.support.crowd HALL call WINDOW

Every process waits for a line on its standard input, so that all begin together.
"""

import json
import subprocess
import sys
from pathlib import Path

from shared.usecases.call_next import call_next
from shared.usecases.context import Context, open_hall
from shared.usecases.issue_ticket import Request, issue_ticket
from tests.support.halls import ROOT


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.support.crowd", str(folder), *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def together(folder: Path, *crowd: tuple[str, ...]) -> list[list[str]]:
    """Run the crowd and return what each got; fails if one of them failed."""
    processes = [start(folder, *arguments) for arguments in crowd]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    outputs = [process.communicate(timeout=110)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(crowd)
    return [json.loads(output) for output in outputs]


def _call_all(ctx: Context, window: int) -> list[str]:
    called = []
    while (one := call_next(ctx, window)) is not None:
        called.append(str(one.number))
    return called


def main() -> None:
    folder, what, *rest = sys.argv[1:]
    ctx = open_hall(Path(folder))
    print("ready", flush=True)
    sys.stdin.readline()
    got: list[str] = []
    match what:
        case "issue":
            request = Request(rest[1])
            got = [str(issue_ticket(ctx, request).number) for _ in range(int(rest[0]))]
        case "call":
            got = _call_all(ctx, int(rest[0]))
    print(json.dumps(got))


if __name__ == "__main__":
    main()
