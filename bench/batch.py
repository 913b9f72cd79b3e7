"""Many reports in one command: reports a second with one process and with two, and whether memory stays flat.

`python bench/batch.py [COUNT]` writes that many Word files of our own invention (2,000 where no count is given) and checks them.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COUNT = 2000
_EVERY = 0.25
"""Seconds between two looks at the memory."""
_KIND = ("docx", "auto.docx")


@dataclass(frozen=True, slots=True)
class Run:
    """One command over all files."""

    jobs: int
    seconds: float
    cpu: float
    """Processor seconds of all its processes: what counts where others use the machine as well."""
    early: float
    """Memory of all its processes together, in MB, when a quarter of the time had passed."""
    late: float
    """The same at the end."""
    code: int


def write_reports(folder: Path, count: int) -> None:
    """Reports of every kind, by all processors."""
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(partial(_write, folder), range(count), chunksize=25):
            pass


def _write(folder: Path, number: int) -> None:
    from tools.corpora.innocents import clean_report  # noqa: PLC0415 - found only after `main` has told Python where
    from tools.corpora.pages import page_of  # noqa: PLC0415
    from tools.corpora.writers import WRITERS  # noqa: PLC0415

    page = page_of(clean_report(number, "batch"))
    (folder / f"{number:05}.docx").write_bytes(WRITERS[_KIND[number % 2]](page))


def run(folder: Path, jobs: int, sink: Path) -> Run:
    """Check a folder with so many processes."""
    words = ["check", str(folder), "--format", "json", "--jobs", str(jobs), "--output", str(sink)]
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([sys.executable, "-m", "shenyue", *words])
    looks: list[float] = []
    while process.poll() is None:
        looks.append(sum(_resident(process.pid)))
        time.sleep(_EVERY)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    settled = [look for look in looks if look]
    early = settled[len(settled) // 4] if settled else 0.0
    return Run(jobs, seconds, cpu, early, max(settled[-8:], default=0.0), process.returncode)


def _resident(pid: int) -> Iterator[float]:
    """Resident memory of a process and its children in MB; nothing where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except (OSError, IndexError):
        return
    yield pages * 4096 / 1e6
    for child in children:
        yield from _resident(int(child))


def main(count: int = COUNT) -> int:
    """Print a line for one process and one for two."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reports"
        folder.mkdir()
        write_reports(folder, count)
        for jobs in (1, 2):
            done = run(folder, jobs, Path(name) / "out.json")
            print(
                f"{count} reports, {jobs} process{'es' if jobs > 1 else ''}: {done.seconds:.1f} s, "
                f"{count / done.seconds:.0f} a second, {count / done.cpu:.0f} a processor second; memory {done.early:.0f} → {done.late:.0f} MB; exit code {done.code}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))
