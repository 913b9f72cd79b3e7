"""Texts that a regular expression is meant to match, made up from its source: what they show to be impossible, no report will match.

Only the plain parts of the language are understood; of anything else no specimen is made, and nothing is claimed.
"""

import random
from dataclasses import dataclass, field

from shenyue.patterns import compiled

_MANY = 60
_SEED = 7
_REPEATED = 2
"""How often an unbounded repetition is at most repeated."""
_CLASSES = {"d": "1", "s": " ", "w": "中", "D": "中", "S": "中", "W": "，", "h": " "}
_PROPERTIES = {"Han": "中", "L": "中", "N": "1", "Nd": "1", "P": "，", "Lu": "A", "Ll": "a"}
_QUANTIFIER = compiled(r"\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}")
_GROUP = compiled(r"\?(?:P?<(?P<name>[A-Za-z_]\w*)>|(?P<kind>:|=|!|<=|<!|>))")
_ORDINARY = "中一件1a ，。"


class Unknown(Exception):  # noqa: N818 - not told to anybody
    """Something of the language that is not understood."""


def specimens(source: str) -> tuple[str, ...]:
    """Texts made after an expression, none where it has something that is not understood; they need not match."""
    made: dict[str, None] = {}
    for seed in range(_MANY):
        try:
            made.setdefault(_Maker(source, random.Random(_SEED + seed)).made())  # noqa: S311 - no secret
        except Unknown:
            return ()
    return tuple(made)


@dataclass(slots=True)
class _Maker:
    """One reading of an expression from left to right, choosing where it may choose."""

    source: str
    choice: random.Random
    at: int = 0
    named: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def made(self) -> str:
        text = self._alternatives()
        if self.at < len(self.source):
            raise Unknown
        return text

    def _alternatives(self) -> str:
        branches = [self._sequence()]
        while self._takes("|"):
            branches.append(self._sequence())
        return self.choice.choice(branches)

    def _sequence(self) -> str:
        pieces: list[str] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            pieces.append(self._repeated())
        return "".join(pieces)

    def _repeated(self) -> str:
        """An atom, with its quantifier; each repetition is the same text."""
        atom = self._atom()
        least, most = 1, 1
        if self._takes("?"):
            least, most = 0, 1
        elif self._takes("*"):
            least, most = 0, _REPEATED
        elif self._takes("+"):
            least, most = 1, _REPEATED
        elif match := _QUANTIFIER.match(self.source, self.at):
            self.at = match.end()
            least = int(match["least"] or 0)
            most = int(match["most"] or least + _REPEATED) if match["comma"] else least
        else:
            return atom
        if not self._takes("?"):
            self._takes("+")
        return atom * self.choice.randint(least, max(least, min(most, least + _REPEATED)))

    def _takes(self, character: str) -> bool:
        if self.source[self.at : self.at + 1] != character:
            return False
        self.at += 1
        return True

    def _atom(self) -> str:
        character = self.source[self.at]
        self.at += 1
        special = {"(": self._group, "[": self._set, "\\": self._escape}
        if character in special:
            return special[character]()
        if character in "^$":
            return ""
        if character == ".":
            return self.choice.choice(_ORDINARY)
        if character in "*+?{":
            raise Unknown
        return character

    def _group(self) -> str:
        match = _GROUP.match(self.source, self.at)
        kind = match["kind"] or "" if match else ""
        if match:
            self.at = match.end()
        elif self.source[self.at : self.at + 1] == "?":
            raise Unknown
        self.count += not kind
        number, name = str(self.count), (match["name"] if match else None)
        inside = self._alternatives()
        if not self._takes(")"):
            raise Unknown
        if not kind:
            self.named[number] = inside
            self.named[name or number] = inside
        return self._seen(kind, inside)

    def _seen(self, kind: str, inside: str) -> str:
        """What of a group stands in the text; what is looked at ahead may be the same text as what follows."""
        if kind in {"!", "<!"}:
            return ""
        return inside if kind != "=" or self.choice.random() < 0.5 else ""  # noqa: PLR2004 - as often as not

    def _set(self) -> str:
        """A character of a class: the expression itself tells which ordinary ones fit."""
        start = self.at - 1
        self._takes("^")
        self._takes("]")
        while self.at < len(self.source) and self.source[self.at] != "]":
            self.at += 2 if self.source[self.at] == "\\" else 1
        self.at += 1
        one = compiled(self.source[start : self.at])
        listed = [character for character in self.source[start + 1 : self.at - 1] if one.fullmatch(character)]
        fitting = listed or [character for character in _ORDINARY if one.fullmatch(character)]
        if not fitting:
            raise Unknown
        return self.choice.choice(fitting)

    def _escape(self) -> str:
        character = self.source[self.at : self.at + 1]
        self.at += 1
        if character == "p" and (match := compiled(r"\{(\w+)\}").match(self.source, self.at)):
            self.at = match.end()
            if match[1] in _PROPERTIES:
                return _PROPERTIES[match[1]]
        elif character in _CLASSES:
            return _CLASSES[character]
        elif character in "bBAZ":
            return ""
        elif character.isdigit() and character in self.named:
            return self.named[character]
        elif character in "ntr":
            return {"n": "\n", "t": "\t", "r": "\r"}[character]
        elif not character.isalnum():
            return character
        raise Unknown
