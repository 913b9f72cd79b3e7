"""Showing a report's own characters on a terminal: nothing in a file may steer the terminal or hide itself."""

import regex

from shenyue.patterns import compiled

_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_HIDDEN = compiled(r"[[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]--[\n\t]]", regex.VERSION1)


def visible(text: str) -> str:
    """The text with control and direction characters made visible; line ends and tabs are left.

    A terminal escape becomes ␛, a direction override ⟨U+202E⟩.
    """
    return text if text.isprintable() else str(_HIDDEN.sub(_shown, text))


def _shown(match: regex.Match[str]) -> str:
    code = ord(match[0])
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "\u2421"
    return f"⟨U+{code:04X}⟩"
