"""Speed and memory, as ratios measured side by side in one run: `make bench`.

Figures in seconds on one machine mean little on another; what must hold is how much a review costs beside what it must do anyway.
"""

import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import lxml.html

from shenyue.loaders import load
from shenyue.review import Order, open_review
from shenyue.rules import read_pack

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SHENYUE_SHARED", ROOT.parent / "shared")) / "reports" / "formats"
SAMPLES = ROOT / "corpora" / "reports"
ROUNDS = 15
FIRST_RULES = Order(select=("S101", "S102", "S103", "S104", "S105", "N20", "N21", "T", "L505", "C701"))
"""What the limit of 1.0 was set for."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table."""

    name: str
    measured: float
    limit: float
    unit: str

    @property
    def line(self) -> str:
        """The line, with a mark for whether the limit holds."""
        mark = "✓" if self.measured <= self.limit else "✗"
        return f"{mark}  {self.name:<62} {self.measured:8.2f} {self.unit:<6} limit {self.limit:.2f}"


def median_seconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of an action, after one run to warm up."""
    action()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def walk_with_python_docx(path: Path) -> None:
    """What a reader of the file costs that only opens it and walks over its text."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def review_ratios(docx_path: Path, html_path: Path) -> list[Result]:
    """Warm load + recognise + check beside a bare reading of the same file."""
    page = html_path.read_text("utf-8")
    order = Order()
    reading = median_seconds(lambda: walk_with_python_docx(docx_path))
    parsing = median_seconds(lambda: lxml.html.document_fromstring(page))
    docx_review = median_seconds(lambda: open_review(docx_path, order))
    structure_review = median_seconds(lambda: open_review(docx_path, FIRST_RULES))
    html_review = median_seconds(lambda: open_review(html_path, order))
    html_load = median_seconds(lambda: load(html_path))
    print(f"   python-docx {reading * 1e3:.1f} ms, docx review {docx_review * 1e3:.1f} ms")
    print(
        f"   lxml parse {parsing * 1e3:.2f} ms, html load {html_load * 1e3:.1f} ms, html review {html_review * 1e3:.1f} ms"
    )
    return [
        Result(
            "docx: warm review by the rules of structure and tables ÷ python-docx walk",
            structure_review / reading,
            1.0,
            "×",
        ),
        Result("docx: warm review by all rules ÷ python-docx walk", docx_review / reading, 2.0, "×"),
        Result("html: warm load + recognise + check ÷ one lxml parse", html_review / parsing, 4.0, "×"),
    ]


def command_seconds(*words: str) -> float:
    """The median wall time of a fresh interpreter, everything byte-compiled."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache, "XDG_CACHE_HOME": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, *words]
        return median_seconds(
            lambda: subprocess.run(command, check=False, capture_output=True, env=environment)
        )


def version_cost() -> Result:
    """What `shenyue --version` costs beyond the interpreter."""
    bare = command_seconds("-c", "pass")
    version = command_seconds("-m", "shenyue", "--version")
    print(f"   interpreter {bare * 1e3:.0f} ms, shenyue --version {version * 1e3:.0f} ms")
    return Result(
        "cold shenyue --version (limit 1.5 × interpreter + 60 ms)", version * 1e3, bare * 1.5e3 + 60, "ms"
    )


def cold_check(path: Path) -> Result:
    """What a first `check` costs from the shell, the segmenter's own start apart."""
    start = (
        "from shenyue.chinese.segmentation import words; from shenyue.shipped import shipped;"
        "words('公开', shipped('corpora', 'lexicon', 'words.txt'))"
    )
    bare = command_seconds("-c", "pass")
    segmenter = command_seconds("-c", start) - bare
    whole = command_seconds("-m", "shenyue", "check", str(path))
    print(f"   cold check {whole * 1e3:.0f} ms, of it the segmenter's start {segmenter * 1e3:.0f} ms")
    return Result(
        "cold shenyue check (limit 350 ms + the segmenter's start)", whole * 1e3, 350 + segmenter * 1e3, "ms"
    )


def peak_memory(path: Path) -> Result:
    """Peak resident memory of one whole `check`, the segmenter included where the report needs it.

    Not ru_maxrss: on Linux a new process begins with the peak of the one that started it, which here is the larger.
    """
    code = (
        "import sys; from shenyue.cli import main; sys.stdout = open(sys.argv[1], 'w'); main(['check', sys.argv[2]]);"
        "print(next(line for line in open('/proc/self/status') if 'VmHWM' in line).split()[1], file=sys.stderr)"
    )
    with tempfile.NamedTemporaryFile() as sink:
        done = subprocess.run(
            [sys.executable, "-c", code, sink.name, str(path)], check=True, capture_output=True, text=True
        )
    return Result("peak memory of one check", int(done.stderr.split()[-1]) / 1024, 150, "MB")


def pack_reading() -> Result:
    """The national pack with a city, a district and an office's own, warm, read anew because a file changed."""
    with tempfile.TemporaryDirectory() as name:
        file, count = Path(name) / "own" / "pack.toml", itertools.count(1)
        file.parent.mkdir()

        def read() -> None:
            file.write_text(f'name = "测"\nversion = "{next(count)}"\nextends = "beijing/xicheng"\n', "utf-8")
            read_pack("own", (Path(name),))

        return Result(
            "reading the national pack and those of a district", median_seconds(read) * 1e3, 60, "ms"
        )


def main() -> int:
    """Print the table; 0 even where a limit is missed, since a slow neighbour is no fault of the code."""
    folder = SHARED if SHARED.is_dir() else SAMPLES
    docx_path, html_path = folder / "dashilan-2023.docx", folder / "dashilan-2023.html"
    if not SHARED.is_dir():
        docx_path, html_path = folder / "clean-01-street-2024.docx", folder / "clean-05-town-2020.html"
    results = [
        *review_ratios(docx_path, html_path),
        version_cost(),
        cold_check(docx_path),
        peak_memory(docx_path),
        pack_reading(),
    ]
    for result in results:
        print(result.line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
