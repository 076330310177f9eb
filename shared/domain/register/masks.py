"""Personal fields as screens show them: 张*, 138****5678."""

from shared.domain.register.fields import Field, Kind


def masked(field: Field, value: str) -> str:
    """Return a value as anybody may see it."""
    if not field.personal:
        return value
    match field.kind:
        case Kind.PHONE if len(value) >= 11:
            return f"{value[:3]}{'*' * (len(value) - 7)}{value[-4:]}"
        case Kind.IDENTITY:
            return f"{value[:3]}{'*' * 11}{value[-4:]}"
        case Kind.TEXT if len(value) <= 4:
            return value[0] + "*" * (len(value) - 1 or 1)
        case _:
            return "***"
