"""What the app remembers from one start to the next: recent reports, the folder of exports, the theme."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

from shenyue.tui.paths import real

_MOST = 12


@dataclass(frozen=True, slots=True)
class Remembered:
    """All of it; nothing here is needed to work."""

    recent: tuple[str, ...] = ()
    """Paths, the latest first."""
    folder: str = ""
    """Where the last export went."""
    light: bool = False


def _path() -> Path:
    return platformdirs.user_state_path("shenyue", appauthor=False) / "remembered.json"


def recall() -> Remembered:
    """What was kept; a file that is broken counts as none."""
    try:
        kept = json.loads(_path().read_text("utf-8"))
        return Remembered(tuple(map(str, kept["recent"])), str(kept["folder"]), bool(kept["light"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Remembered()


def keep(remembered: Remembered) -> None:
    """Write it down; where that is not possible the app works on without."""
    try:
        _path().parent.mkdir(parents=True, exist_ok=True)
        _path().write_text(json.dumps(asdict(remembered), ensure_ascii=False), "utf-8")
    except OSError:
        return


def with_recent(recent: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """With a report at the head."""
    name = str(path.absolute())
    others = [other for other in recent if real(Path(other)) != real(path)]
    return (name, *others)[:_MOST]
