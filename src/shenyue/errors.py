"""What can go wrong with what a user gives us: each says in one Chinese sentence what, where and what to do.

ShenyueError
├── UnreadableFile    a report could not be read            exit code 3
├── BrokenPack        a rule pack has mistakes              exit code 2
├── UnusableStore     kept reviews cannot be read or kept   exit code 2
└── WrongUsage        the command line asks for nonsense    exit code 2
"""

from dataclasses import dataclass
from pathlib import Path


class ShenyueError(Exception):
    """The root: its text is shown to the user as it is, never a traceback."""


class UnreadableFile(ShenyueError):  # noqa: N818 - named for what it is
    """A file could not be read as a report; the text says why and what to do about it."""


class UnusableStore(ShenyueError):  # noqa: N818
    """The file of kept reviews cannot be opened, read or written; the text says which file, why, and what to do."""


class WrongUsage(ShenyueError):  # noqa: N818
    """The command line asks for something that does not exist."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a rule pack."""

    file: Path
    line: int
    """1-based; 0 where the file as a whole is meant."""
    key: str
    """The TOML key, dotted, such as `check.left`; empty where the syntax itself is wrong."""
    sentence: str
    """In Chinese: what is wrong and what was probably meant."""

    def __str__(self) -> str:
        """`file:line: key: sentence`, as editors understand it."""
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.key}：{self.sentence}" if self.key else f"{where}: {self.sentence}"


class BrokenPack(ShenyueError):  # noqa: N818
    """A rule pack that cannot be used, with every mistake found in it at once."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes

    def __reduce__(self) -> tuple[type["BrokenPack"], tuple[tuple[Mistake, ...]]]:
        """Pickled as it was made: a process of a batch hands it to the command line."""
        return BrokenPack, (self.mistakes,)
