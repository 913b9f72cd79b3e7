"""What the app exports, and what of it can be read beforehand: nothing of the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from shenyue import annotate
from shenyue.decisions import Include
from shenyue.errors import ShenyueError
from shenyue.memo import Circumstances, Memo, included, memo_of
from shenyue.memo.as_txt import message
from shenyue.memo.rendering import rendered, usual_name
from shenyue.review import Review
from shenyue.settings import read_settings, settings_path
from shenyue.writing import whole_file

ORIGINAL = "original"
"""The unit's own file with the findings as comments, as the conversation calls it; every other kind is a format of the memo."""
KINDS: Mapping[str, str] = {
    "docx": "Word 审核意见（.docx）：公文格式，发给单位",
    "xlsx": "Excel 清单（.xlsx）：一行一处问题，供逐条反馈",
    ORIGINAL: "带批注的原文件：批注写在有问题的字上",
    "html": "网页（.html）：一个文件，可以打印",
    "md": "Markdown（.md）",
    "txt": "短消息（.txt）：不到 2000 字，可以粘贴",
    "json": "JSON（.json）：供其他程序读取",
}
INCLUDES: Mapping[Include, str] = {
    Include.CONFIRMED: "已确认的",
    Include.ALL: "除不成立以外的全部",
    Include.OPEN: "未处理和待核实的",
}


@dataclass(frozen=True, slots=True)
class Export:
    """What the reviewer chose."""

    kind: str
    include: Include
    folder: str


def target(review: Review, export: Export) -> Path:
    """Where an export goes: beside the report where no folder is given."""
    folder = Path(export.folder).expanduser() if export.folder.strip() else review.path.absolute().parent
    if export.kind == ORIGINAL:
        return folder / annotate.target(review).name
    return folder / usual_name(review.path, export.kind)


def in_the_way(path: Path, written: Mapping[Path, str]) -> bool:
    """Whether a file stands there that is not byte for byte what this session wrote; `written`: the digests of that, by path."""
    if not path.exists():
        return False
    try:
        return digest(path.read_bytes()) != written.get(path.resolve())
    except OSError:
        return True


def numbered(path: Path, written: Mapping[Path, str]) -> Path:
    """The first of 意见-2.docx, 意见-3.docx … where nothing is in the way."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(name for name in names if not in_the_way(name, written))


def digest(content: bytes) -> str:
    """By which a file that was written is known again."""
    return sha256(content).hexdigest()


def write(review: Review, export: Export, path: Path) -> str:
    """Write it there; the digest of what now stands.

    Raises:
        WrongUsage: the folder is not there or cannot be written, or the district's template cannot be used.
        UnreadableFile: the report's own file was changed meanwhile, so that comments would stand at wrong places.
    """
    content = _content(review, export, path)
    with whole_file(path) as out:
        out.write(content)
    return digest(content)


def memo(review: Review, include: Include) -> Memo:
    """The memo as of today."""
    reviewer = read_settings().reviewer or ""
    return memo_of(review, Circumstances(date.today(), include, reviewer))  # noqa: DTZ011 - the day on the reviewer's wall


def preview(review: Review, include: Include) -> str:
    """The memo as a message: what the dialog shows and the clipboard takes. Raises WrongUsage as `write`."""
    return message(memo(review, include), review.pack.letterhead.templates.get("txt"))


def unsigned(review: Review, include: Include) -> str:
    """That nobody signs, and how to; empty where somebody does, or the memo cannot be made."""
    try:
        signed = memo(review, include).reviewer
    except ShenyueError:
        return ""
    where = str(settings_path()).replace(str(Path.home()), "~", 1)
    how = f'请在 {where} 写 reviewer = "姓名"，或启动时加 --reviewer 姓名。'
    return "" if signed else f"署名：留空，没有设审核人。{how}"


def counted(review: Review, include: Include) -> str:
    """已确认的 3 处."""
    return f"{INCLUDES[include]} {len(included(review, include))} 处"


def _content(review: Review, export: Export, path: Path) -> bytes:
    if export.kind != ORIGINAL:
        return rendered(memo(review, export.include), export.kind, review.pack.letterhead)
    author = memo(review, export.include).reviewer or "审阅"
    at = datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="seconds")
    return annotate.annotated(review, path, export.include, annotate.Signature(author, at)).content
