"""What a person can do about a database error."""


def hint_for(reason: str) -> str:
    """Return what a person can do about a database error."""
    for word, hint in (
        ("locked", "another program holds it: close it, or try again"),
        ("lock timeout", "another program holds it: close it, or try again"),
        ("read-only", "let this user write there, or end the server's read-only mode"),
        ("readonly", "give this user the right to write the hall's folder"),
        ("full", "make room on the disk"),
        ("disk I/O", "is there room on the disk, and is the disk sound?"),
        ("malformed", "restore the last backup"),
        ("not a database", "restore the last backup"),
        ("no such table", "set it up with: hall init"),
        ("unable to open", "is the hall's folder there, and may this user write it?"),
    ):
        if word in reason:
            return hint
    return "is the database server running and reachable? hall doctor tells more"
