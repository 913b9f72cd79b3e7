"""Where the rules and word lists that come with the program lie: the same from a checkout and from an install."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(*names: str) -> Path:
    """The path of a shipped file or folder, such as `shipped("rules", "national")`.

    A wheel carries them inside the package (`_shipped/`); a checkout and an editable install have them at the top level.
    """
    inside = _PACKAGE / "_shipped"
    return (inside if inside.is_dir() else _CHECKOUT).joinpath(*names)
