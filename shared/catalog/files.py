"""File bytes and their text, whatever Chinese encoding the office machine saved."""

import codecs
from pathlib import Path

from shared.catalog.errors import CatalogError

_TWO_BYTE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(path: Path) -> bytes:
    """Return the file's content; raise CatalogError if it is missing, unreadable or empty."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as fault:
        raise CatalogError(f"找不到文件：{path}", "请核对路径和文件名。") from fault
    except OSError as fault:
        raise CatalogError(f"无法读取文件：{path}（{fault.strerror}）") from fault
    if not content:
        raise CatalogError(f"{path.name} 是空文件", "请换一份有内容的文件。")
    return content


def read_text(path: Path) -> str:
    """Return the file's text from UTF-8 (with or without BOM), UTF-16 with BOM or GB18030.

    Raises CatalogError for a file that is missing, blank or not text at all.
    """
    content = read_bytes(path)
    encodings = ("utf-16",) if content.startswith(_TWO_BYTE_MARKS) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        if not text.strip():
            raise CatalogError(f"{path.name} 没有内容", "请换一份有内容的文件。")
        return text
    raise CatalogError(f"{path.name} 不是文本文件", "请另存为 UTF-8 或 GB18030 编码的文本或 CSV。")
