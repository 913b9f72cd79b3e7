"""On which line of a TOML file a key stands: parsers do not say, and a mistake without its line is half a message."""

from collections import Counter
from collections.abc import Mapping

import regex

_HEADER = regex.compile(r"\s*(\[{1,2})\s*([^\]]+?)\s*\]")
_KEY = regex.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PIECE = regex.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
_FENCE = regex.compile(r'"""|\'\'\'')

Lines = Mapping[str, int]
"""1-based line by dotted key; entries of an array of tables are numbered from 0: `example.1.note`."""


def read_lines(text: str) -> Lines:
    """The line of every header and every key that begins a line; keys of inline tables are not in it."""
    lines: dict[str, int] = {}
    counts: Counter[str] = Counter()
    table, fenced = "", False
    for number, line in enumerate(text.split("\n"), start=1):
        if not fenced and (header := _HEADER.match(line)):
            table = _dotted(header[2])
            if header[1] == "[[":
                counts[table] += 1
                table = f"{table}.{counts[table] - 1}"
            lines.setdefault(table, number)
        elif not fenced and (key := _KEY.match(line)):
            lines.setdefault(f"{table}.{_dotted(key[1])}".lstrip("."), number)
        fenced ^= len(_FENCE.findall(line)) % 2 == 1
    return lines


def line_of(lines: Lines, key: str) -> int:
    """The line of a dotted key, or of the nearest key that holds it; 0 where there is none."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)


def _dotted(key: str) -> str:
    return ".".join(piece.strip("\"'") for piece in _PIECE.findall(key))
