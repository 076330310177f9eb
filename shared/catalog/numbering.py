"""What is wrong with the numbers a table prints."""

from collections.abc import Sequence


def number_remarks(table: str, numbers: Sequence[int]) -> list[str]:
    """Return a Chinese remark for each number that is repeated, missing or out of order."""
    remarks: list[str] = []
    seen: set[int] = set()
    for ordinal, number in enumerate(numbers, start=1):
        if number in seen:
            remarks.append(f"表{table}：序号{number}重复，按位置记为第{ordinal}项")
        elif seen and number < max(seen):
            remarks.append(f"表{table}：序号{number}次序颠倒，按位置记为第{ordinal}项")
        seen.add(number)
    missing = [number for number in range(1, max(seen, default=0)) if number not in seen]
    if missing:
        remarks.append(f"表{table}：缺序号{'、'.join(map(str, missing))}")
    return remarks
