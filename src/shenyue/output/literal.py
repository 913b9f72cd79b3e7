"""Showing a report's own characters on a terminal: nothing in a file may steer the terminal or hide itself."""

import unicodedata

_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F


def visible(text: str) -> str:
    """The text with control and direction characters made visible; line ends and tabs are left.

    A terminal escape becomes ␛, a direction override ⟨U+202E⟩.
    """
    if text.isprintable():
        return text
    return "".join(character if character in "\n\t" else _shown(character) for character in text)


def _shown(character: str) -> str:
    code = ord(character)
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "\u2421"
    if unicodedata.category(character) in {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}:
        return f"⟨U+{code:04X}⟩"
    return character
