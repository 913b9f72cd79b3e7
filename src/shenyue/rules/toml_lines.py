"""On which line of a TOML file a key stands: parsers do not say, and a mistake without its line is half a message."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from shenyue.patterns import compiled

_TOKEN = compiled(
    r'''(?P<gap>[ \t\r]+|\#[^\n]*)|(?P<end>\n)|(?P<sign>\[\[|\]\]|[\[\]{},=])
    |(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')|(?P<word>[^\s\[\]{},=\#"']+)''',
    regex.VERBOSE | regex.DOTALL,
)

Lines = Mapping[str, int]
"""1-based line by dotted key; what stands in an array is numbered from 0: `example.1.note`, `check.terms.17`."""


def read_lines(text: str) -> Lines:
    """The line of every header, key and array element of a text that is TOML; of one that is not, those before its fault."""
    return _Walk(list(_tokens(text))).lines()


def line_of(lines: Lines, key: str) -> int:
    """The line of a dotted key, or of the nearest key that holds it; 0 where there is none."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 0)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "gap":
            yield _Token(match.lastgroup or "", match[0], line)
        line += match[0].count("\n")


class _Walk:
    """One text being walked through, a token at a time."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._lines: dict[str, int] = {}
        self._tables: Counter[str] = Counter()
        """How many entries each array of tables has so far."""

    def lines(self) -> Lines:
        table = ""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.text in {"[", "[["}:
                table = self._header(token)
            elif token.kind in {"word", "text"}:
                self._entry(table)
            else:
                self._at += 1
        return self._lines

    def _header(self, opening: _Token) -> str:
        self._at += 1
        pieces = self._pieces("]]" if opening.text == "[[" else "]")
        path = ""
        for number, piece in enumerate(pieces, 1):
            path = _joined(path, piece)
            if opening.text == "[[" and number == len(pieces):
                self._tables[path] += 1
            if self._tables[path]:
                self._lines.setdefault(path, opening.line)
                path = f"{path}.{self._tables[path] - 1}"
        self._lines.setdefault(path, opening.line)
        return path

    def _entry(self, table: str) -> None:
        """A key with its value; the rest of a line that is none, such as the time of a date, is passed over."""
        line = self._tokens[self._at].line
        key = _joined(table, ".".join(self._pieces("=")))
        if self._tokens[self._at - 1].text == "=":
            self._lines.setdefault(key, line)
            self._value(key)

    def _pieces(self, end: str) -> list[str]:
        """The pieces of a dotted key, up to and past the sign that ends it."""
        pieces: list[str] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.text == end or token.kind == "end":
                break
            pieces += [token.text[1:-1]] if token.kind == "text" else filter(None, token.text.split("."))
        return pieces

    def _value(self, key: str) -> None:
        opening = self._tokens[self._at].text if self._at < len(self._tokens) else ""
        if opening in {"[", "[["}:
            self._array(key)
        elif opening == "{":
            self._inline(key)
        else:
            self._at += 1

    def _array(self, key: str) -> None:
        """An array up to its end; `[[` and `]]` are two brackets here."""
        number = 0
        self._split()
        self._at += 1
        while self._at < len(self._tokens):
            self._split()
            token = self._tokens[self._at]
            if token.text == "]":
                self._at += 1
                return
            if token.kind == "end" or token.text == ",":
                number += token.text == ","
                self._at += 1
            else:
                self._lines.setdefault(f"{key}.{number}", token.line)
                self._value(f"{key}.{number}")

    def _split(self) -> None:
        """Inside an array, two brackets in a row are brackets of two arrays."""
        token = self._tokens[self._at]
        if token.text in {"[[", "]]"}:
            one = _Token(token.kind, token.text[0], token.line)
            self._tokens[self._at : self._at + 1] = [one, one]

    def _inline(self, key: str) -> None:
        self._at += 1
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.text == "}":
                self._at += 1
                return
            if token.kind in {"word", "text"}:
                self._entry(key)
            else:
                self._at += 1


def _joined(table: str, key: str) -> str:
    return f"{table}.{key}" if table else key
