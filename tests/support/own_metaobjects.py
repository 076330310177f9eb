"""Objects that Qt describes one by one, which a window must not be given.

PySide makes such a description when a signal is connected to a method that is no slot, and frees it
with the object. QML remembers descriptions by address: the next object whose description lies there
has none of its properties, about once in a hundred windows.
"""

from PySide6.QtCore import QObject


def own_metaobjects(root: QObject) -> list[str]:
    """Return the classes of an object and of what it holds that are described one by one."""
    found, seen, todo = [], set[int](), [root]
    while todo:
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        held = vars(one)
        if "__METAOBJECT__" in held:
            found.append(type(one).__name__)
        todo += [value for value in held.values() if isinstance(value, QObject)]
    return found
