"""The presenter of a simulated printer: what it holds, and what GS e does with that."""

from devices.printer.status import PRESENTER_JAM, SLIP_IN_MOUTH


class Mouth:
    """`taken`: somebody takes each slip at once; `jammed`: paper is stuck."""

    def __init__(self) -> None:
        self.taken = True
        self.jammed = False
        self.retracted = 0
        self.ejected = 0
        self._inside = False
        self._outside = False

    @property
    def holding(self) -> bool:
        """Say whether a slip waits to be taken."""
        return self._outside

    def arrived(self) -> None:
        """A slip was cut."""
        self._inside = True

    def take(self) -> None:
        """Somebody takes the slip."""
        self._outside = False

    def move(self, n: int) -> bytes:
        """Do what GS e n wants and return the answer."""
        match n:
            case 3 | 32 if self._inside:
                self._inside, self._outside = False, not self.taken
            case 2:
                self.retracted += self._outside
                self._outside = False
            case 5:
                self.ejected += self._outside
                self._outside = False
            case 6:
                status = SLIP_IN_MOUTH * self._outside | PRESENTER_JAM * self.jammed
                return bytes((status,))
        return b""
