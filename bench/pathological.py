"""Texts that no office sends but any folder may hold: each whole check must end within seconds or be refused with a sentence.

`python bench/pathological.py [SHARE]` writes them, at a share of their full size, checks each in a process of its own, and prints a table.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

LIMIT = 10.0
"""Processor seconds of one whole `shenyue check`."""
TITLE = "青石镇2023年政府信息公开工作年度报告\n一、总体情况\n"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


class Text(NamedTuple):
    """A text that grows with a number."""

    suffix: str
    full: int
    """The size at which it must end in time."""
    make: Callable[[int], bytes]


def one_line(megabytes: int) -> bytes:
    """Sentences without any line end."""
    return (TITLE + "全年公开信息12件，按时办结申请3件。" * (megabytes * 1_000_000 // 49)).encode()


def headings(count: int) -> bytes:
    """Nothing but numbered headings."""
    return (TITLE + "".join(f"（{numeral(n)}）事项{n}的公开情况\n" for n in range(1, count + 1))).encode()


def numeral(number: int) -> str:
    """A number below ten thousand in Chinese, read out digit by digit from a hundred on."""
    digits = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if tens > 9:  # noqa: PLR2004 - one digit of tens
        return "".join(digits[int(digit)] for digit in str(number))
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


def tables(count: int) -> bytes:
    """Tables of the form's own labels, over and over."""
    table = (
        "申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
        "一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n"
        "四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n信息内容\t本年处理决定数量\n行政许可\t156\n"
    )
    return (TITLE + f"{table}其间说明。\n" * count).encode()


def cells(count: int) -> bytes:
    """One table with so many cells, ten a row."""
    row = "行政许可" + "".join(f"\t{n}" for n in range(9)) + "\n"
    return (TITLE + row * (count // 10)).encode()


def page_cells(count: int) -> bytes:
    """The same on a web page."""
    row = "<tr><td>行政许可</td>" + "<td>1</td>" * 9 + "</tr>"
    return f"<html><body><p>一、总体情况</p><table>{row * (count // 10)}</table></body></html>".encode()


def drawn_cells(count: int) -> bytes:
    """The same in Markdown."""
    row = "|行政许可" + "|1" * 9 + "|\n"
    return (TITLE + row + "|---" * 10 + "|\n" + row * (count // 10)).encode()


def blank_lines(count: int) -> bytes:
    """A report of empty lines."""
    return (TITLE + "\n" * count + "二、主动公开政府信息情况\n").encode()


def nested_lists(depth: int) -> bytes:
    """Lists in lists on a web page."""
    return ("<html><body>" + "<ul><li>总体情况" * depth + "</li></ul>" * depth + "</body></html>").encode()


def nested_blocks(depth: int) -> bytes:
    """Blocks in blocks on a web page."""
    return ("<html><body>" + "<div>总体情况" * depth + "</div>" * depth + "</body></html>").encode()


def nested_quotes(depth: int) -> bytes:
    """Quotes and lists in one another in Markdown."""
    return (TITLE + "".join(">" * n + " " * n + "- 一是抓落实\n" for n in range(depth))).encode()


def repeated(characters: str) -> Callable[[int], bytes]:
    """So many thousand characters of one kind."""
    return lambda thousands: (TITLE + characters * (thousands * 1000 // len(characters))).encode()


def ordinals(count: int) -> bytes:
    """A paragraph of 一是 二是 三是, counting on."""
    return (TITLE + "".join(f"{numeral(n % 99 + 1)}是抓落实；" for n in range(count))).encode()


def paragraphs(count: int) -> bytes:
    """A Word file with so many paragraphs."""
    body = "".join(
        f"<w:p><w:r><w:t>第{n}项工作已按要求完成，全年公开信息{n}件。</w:t></w:r></w:p>" for n in range(count)
    )
    return packed(f"<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>{body}")


def packed(body: str) -> bytes:
    """A Word file around the markup of its body."""
    sink = BytesIO()
    with ZipFile(sink, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        )
    return sink.getvalue()


TEXTS: Mapping[str, Text] = MappingProxyType(
    {
        "one line of 20 MB": Text(".txt", 20, one_line),
        "5,000 headings": Text(".txt", 5000, headings),
        "100 tables": Text(".txt", 100, tables),
        "100,000 cells (txt)": Text(".txt", 100_000, cells),
        "100,000 cells (html)": Text(".html", 100_000, page_cells),
        "100,000 cells (md)": Text(".md", 100_000, drawn_cells),
        "100,000 blank lines": Text(".txt", 100_000, blank_lines),
        "lists nested 2,000 deep (html)": Text(".html", 2000, nested_lists),
        "blocks nested 2,000 deep (html)": Text(".html", 2000, nested_blocks),
        "quotes nested 2,000 deep (md)": Text(".md", 2000, nested_quotes),
        "1 MB of （": Text(".txt", 333, repeated("（")),
        "45,000 （ (as long as a paragraph may be)": Text(".txt", 45, repeated("（")),
        "1 MB of （ on lines": Text(".txt", 333, repeated("（（（\n")),
        "45,000 （ (md)": Text(".md", 45, repeated("（")),
        "1 MB of **": Text(".md", 1000, repeated("**a ")),
        "45,000 [ (md)": Text(".md", 45, repeated("[")),
        "1 MB of ![](": Text(".md", 1000, repeated("![](")),
        "1 MB of <": Text(".html", 1000, repeated("<")),
        "45,000 《": Text(".txt", 45, repeated("《")),
        "45,000 digits": Text(".txt", 45, repeated("12")),
        "45,000 一二三": Text(".txt", 45, repeated("一二三")),
        "1 MB of blanks": Text(".txt", 1000, repeated(" ")),
        "1 MB of wide blanks": Text(".txt", 333, repeated("　")),
        "45,000 characters of one word": Text(".txt", 45, repeated("公开")),
        "45,000 characters of 其中": Text(".txt", 45, repeated("其中12件，")),
        "45,000 characters of a title": Text(".txt", 45, repeated("《条例》（国办发〔2019〕1号）")),
        "50,000 ordinals in a paragraph": Text(".txt", 50_000, ordinals),
        "6,000 ordinals in a paragraph": Text(".txt", 6_000, ordinals),
        "20,000 paragraphs (docx)": Text(".docx", 20_000, paragraphs),
    }
)
"""By what the table calls them."""


def seconds(path: Path, limit: float) -> tuple[float, str]:
    """What a whole check takes of a processor, since others may use the machine as well, and what came of it."""
    before = _spent()
    command = [sys.executable, "-m", "shenyue", "check", "--format", "json", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return limit, "not ended"
    taken = _spent() - before
    if "程序内部出错" in done.stderr or "Traceback" in done.stderr or "内部出错" in done.stdout:
        return taken, "crashed"
    return taken, "refused" if done.returncode == 3 else "checked"  # noqa: PLR2004 - the contract's code


def _spent() -> float:
    """Processor seconds of all children so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main(share: float = 1.0) -> int:
    """Print the table; 1 where a text takes too long."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in TEXTS.items():
            path = Path(folder) / f"text{text.suffix}"
            path.write_bytes(text.make(max(1, int(text.full * share))))
            taken, outcome = seconds(path, 6 * LIMIT)
            late = taken > LIMIT or outcome == "crashed"
            failed += late
            print(f"{'✗' if late else '✓'}  {name:<36} {taken:7.2f} s  {outcome}", flush=True)
            path.unlink()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
