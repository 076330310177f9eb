"""The hall's rules a second time, in plain lists: what the real hall is held against."""

from datetime import timedelta

from tests.support.model_intake import STEP, Intake
from tests.support.people import ANY, AWAY, CLASSES, LINE, No, Person


class Model(Intake):
    """What windows and desks do to people."""

    def call_next(self, window: int) -> str | None:
        self.begin()
        self._make_room(window)
        came = [p for p in self.callable_at(window) if p.kind != "booked" or p.is_due(self.now)]
        if not came:
            return None
        first_class = min(CLASSES.index(person.kind) for person in came)
        group = [person for person in came if person.kind == CLASSES[first_class]]
        if CLASSES[first_class] == "booked":
            group.sort(key=lambda person: (person.since, person.ticket))
        sent_here = [person for person in group if person.sent_to == window]
        if not sent_here and window in self.preferring:
            group.sort(key=lambda person: self.windows[window].index(person.queue))
        return self._bring((sent_here or group)[0], window)

    def call_ticket(self, window: int, number: str) -> str:
        self.begin()
        person = self._in(number, LINE)
        self._make_room(window)
        return self._bring(person, window)

    def resume(self, window: int, number: str | None) -> str:
        self.begin()
        if number is None:
            here = [p for day, at, p in self.parked if day == self.today and at == window]
            newest = [p for p in here if p.state == "parked" and self._parked_at(p) == window]
            if not newest:
                raise No("nobody is parked")
            number = newest[-1].number
        person = self._in(number, AWAY)
        self._make_room(window)
        return self._bring(person, window)

    def _parked_at(self, person: Person) -> int:
        return [window for _, window, parked in self.parked if parked is person][-1]

    def _in(self, number: str, states: tuple[str, ...]) -> Person:
        person = self.bearing(number)
        if person.state not in states:
            raise No(f"{number} is {person.state}")
        return person

    def _make_room(self, window: int) -> None:
        if window not in self.at:
            return
        if self.explicit and self.at[window].state == "called":
            raise No("somebody called is not dealt with")
        self.finish(window)

    def _bring(self, person: Person, window: int) -> str:
        person.state = "called" if self.explicit else "serving"
        self.at[window] = person
        return person.number

    def _leave(self, window: int, state: str) -> Person:
        person = self.at.pop(window)
        person.state = state
        return person

    def _current(self, window: int) -> Person:
        self.begin()
        if window not in self.at:
            raise No("nobody is at the window")
        return self.at[window]

    def start(self, window: int) -> None:
        person = self._current(window)
        if person.state != "called":
            raise No("serving has begun")
        person.state = "serving"

    def recall(self, window: int) -> None:
        self._current(window)

    def no_show(self, window: int) -> None:
        self._current(window)
        self._leave(window, "no_show").missed = self.now

    def park(self, window: int) -> None:
        self._current(window)
        self.parked.append((self.today, window, self._leave(window, "parked")))

    def finish(self, window: int) -> None:
        """Whatever this window does of a visit is done; the rest goes on in the next queue."""
        person = self._current(window)
        here = {person.queue, *self.windows[window]}
        person.todo = [queue for queue in person.todo if queue not in here]
        if not person.todo:
            self._leave(window, "done")
            return
        self._send(window, person.todo[0], ANY, front=False)

    def transfer(self, window: int, queue: str | None, to: int, front: bool) -> None:
        person = self._current(window)
        if queue == "G" and person.kind != "green":
            raise No("queue G is green alone")
        if front and person.kind == "booked":
            raise No("who has an appointment stands by its time")
        self._send(window, queue or person.queue, to, front)

    def _send(self, window: int, queue: str, to: int, front: bool) -> None:
        windows = [to] if to else self.serving(queue)
        there = [
            person.place
            for at in windows
            for person in self.callable_at(at)
            if person.kind != "booked" or person.is_due(self.now)
        ]
        person = self._leave(window, "transferred")
        end = self.told("ServiceEnded", person.number) * STEP
        person.place = (min(there, default=0) // STEP - 1) * STEP if front else end
        person.queue, person.sent_to, person.since = queue, to, self.now

    def return_to_line(self, number: str) -> int | None:
        """Return behind how many: two, or None at the end."""
        self.begin()
        person = self._in(number, ("no_show",))
        assert person.missed is not None
        if self.now - person.missed > timedelta(minutes=30):
            raise No("too late")
        places = [other.place for other in self.in_line() if other.line == person.line]
        ahead = 2
        while ahead < len(places) and places[ahead] % STEP:
            ahead += 1  # who returned before stands there
        between = person.kind != "booked" and ahead < len(places)
        end = self.told("TicketReturned", number) * STEP
        person.place = places[ahead - 1] + 1 if between else end
        person.state, person.since = "waiting", self.now
        return ahead if between else None

    def grant(self, number: str) -> None:
        self.begin()
        person = self._in(number, LINE)
        if person.kind == "green":
            raise No("green already")
        person.kind, person.since = "green", min(person.since, self.now)

    def revoke(self, number: str, queue: str | None) -> None:
        if queue == "G":
            raise No("queue G is green alone")
        self.begin()
        person = self._in(number, LINE)
        if person.kind != "green" or (queue or person.queue) == "G":
            raise No("not green, or it named no item")
        person.kind, person.queue = "ordinary", queue or person.queue
        if person.booked:
            person.kind, person.since = "booked", person.booked

    def leave(self, number: str, state: str) -> None:
        """Given up by the person, or taken back by the hall."""
        self.begin()
        self._in(number, (*LINE, *AWAY)).state = state
