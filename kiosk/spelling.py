"""First letters of names that no list spells, learnt from those the catalogue spells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Letters = Mapping[str, frozenset[str]]
"""Character → the first letters it is read with: 行 is h and x."""


OFFICES = {
    "局": "j",
    "委": "w",
    "厅": "t",
    "院": "y",
    "处": "c",
    "室": "s",
    "科": "k",
    "所": "s",
    "站": "z",
}
"""What offices are called by their last character, which names of items seldom hold."""


def letters_of(spelled: Iterable[tuple[str, str]]) -> Letters:
    """Learn from (name, its initials), where every letter or figure of the name has one initial."""
    found: dict[str, set[str]] = defaultdict(set)
    for office, initial in OFFICES.items():
        found[office].add(initial)
    for name, initials in spelled:
        characters = [character for character in name if character.isalnum()]
        if len(characters) == len(initials):
            for character, initial in zip(characters, initials, strict=True):
                found[character].add(initial)
    return {character: frozenset(letters) for character, letters in found.items()}


def reads(letters: Letters, name: str, typed: str) -> bool:
    """Whether `name` can be abbreviated as `typed` from its beginning on: scjg, 市场监管局."""
    characters = [character for character in name if character.isalnum()]
    if not typed or len(typed) > len(characters):
        return False
    return all(
        letter in letters.get(character, ())
        for letter, character in zip(typed, characters, strict=False)
    )
