"""Going through the tables of a file with one arrangement: which rows are heads, which are figures, which are another table's."""

from collections.abc import Mapping

from shenyue.recognise.forms.arrangements import Arrangement, Match
from shenyue.recognise.forms.folding import fold
from shenyue.recognise.forms.headers import Header, prescribed_header, read_header
from shenyue.recognise.forms.pieces import Piece, Row, Slot
from shenyue.recognise.forms.relabelling import gaps, relabelled
from shenyue.recognise.forms.sheets import SeenRow, Sheet
from shenyue.report import LineState

_ENOUGH_ROWS = 3
"""So many prescribed row labels make a table without a head a form table; 行政处罚 alone stands in many tables."""


def scan(arrangement: Arrangement, pieces: tuple[Piece, ...], owners: Mapping[str, str]) -> Sheet | None:
    """What the arrangement finds in the tables; None where it finds nothing.

    `owners` tells for labels that only one table key of the contract has, which: they end a block of another key.
    """
    scanner = _Scanner(arrangement, owners)
    for piece in pieces:
        if piece.words & arrangement.words:
            scanner.read(piece)
    return scanner.sheet() if scanner.rows else None


class _Scanner:
    def __init__(self, arrangement: Arrangement, owners: Mapping[str, str]) -> None:
        self._arrangement = arrangement
        self._owners = owners
        self._head = fold(arrangement.layout.head).text
        self._header: Header | None = None
        self._headers: list[Header] = []
        self._pending: list[Row] = []
        self._found: set[int] = set()
        self.rows: list[SeenRow] = []

    def read(self, piece: Piece) -> None:
        """Read one table, with the columns of the one before where it has no head of its own."""
        carried = self._header and Header(self._header.leaves, placed=False)
        self._header = carried
        self._pending = []
        before = len(self.rows)
        fallback = prescribed_header(self._arrangement.columns)
        for row, hanging in zip(piece.rows, piece.hanging, strict=True):
            self._row(row, hanging, fallback, grid_known=piece.grid_known)
        self._judge(before, carried, fallback, headed=self._head in piece.words if self._head else False)

    def sheet(self) -> Sheet | None:
        """Lay what was seen."""
        sheet = Sheet(self._arrangement)
        for header in self._headers:
            sheet.lay_header(header)
        resolved, doubtful = self._resolve()
        for position, row in enumerate(self.rows):
            match = row.match or resolved.get(position)
            if match is not None:
                sheet.lay(row, match)
            elif row.label is not None and row.label.label.text:
                sheet.extra.append(row.label.span)
        for position, entry in doubtful:
            sheet.doubt_line(self._arrangement.rows.entries[entry], self.rows[position])
        return sheet if sheet.cells or sheet.unsure else None

    def _row(self, row: Row, hanging: Row, fallback: Header, *, grid_known: bool) -> None:
        if self._arrangement.rows.anonymous and not self._foreign(row):
            self._nameless(row, hanging, grid_known=grid_known)
            return
        at = self._label(row)
        if at is not None:
            self._settle(grid_known=grid_known)
            match = self._arrangement.rows.matches(row[at].label)[0]
            self._see(row, at, match, hanging, grid_known=grid_known, header=self._header or fallback)
        elif self._foreign(row):
            self._pending = []
            self._header = None
        elif self._heads(row):
            self._wait(row)
        elif self._header is not None and self.rows and not self._pending:
            self._unknown(row, hanging, self._header, grid_known=grid_known)

    def _nameless(self, row: Row, hanging: Row, *, grid_known: bool) -> None:
        """The figures below a head of several rows, the only row there is."""
        if self._heads(row):
            self._wait(row)
            return
        values = row
        while values and values[0].label.text:
            values = values[1:]
        if not values or any(slot.label.text for slot in values):
            return
        self._settle(grid_known=grid_known)
        filled = any(slot.raw.strip() for slot in values)
        if self._header is None or (self.rows and not filled):
            return
        if self.rows and not any(slot.raw.strip() for slot in self.rows[-1].values):
            self.rows.pop()
        elif self.rows and self._header is self.rows[-1].header:
            return
        match = Match(0, LineState.FOUND)
        self.rows.append(SeenRow(match, None, values, hanging, self._header, grid_known))

    def _label(self, row: Row) -> int | None:
        """Which slot is the label of a row of figures: the last prescribed one, if no label of a column stands beside it."""
        rows, columns = self._arrangement.rows, self._arrangement.columns
        at = next((i for i in range(len(row) - 1, -1, -1) if row[i].label.text in rows.labels), None)
        if at is None:
            return None
        if any(slot.label.text in columns.labels for slot in row[at + 1 :]):
            return None
        alone = (slot.label.text for slot in row[:at])
        return None if any(text in columns.labels and text not in rows.groups for text in alone) else at

    def _heads(self, row: Row) -> bool:
        columns = self._arrangement.columns
        return any(slot.label.text in columns.labels or slot.label.text in columns.groups for slot in row)

    def _foreign(self, row: Row) -> bool:
        """Whether a row belongs to a table of another key, or begins this one anew."""
        texts = [slot.label.text for slot in row if slot.label.text]
        if self._head and self._head in texts:
            return True
        return any(
            self._owners.get(text, self._arrangement.layout.key) != self._arrangement.layout.key
            for text in texts
        )

    def _wait(self, row: Row) -> None:
        """Keep a head row until the first row of figures; a head that is repeated begins anew."""
        if self._pending and self._opening(self._pending[0]) & self._opening(row):
            self._pending = []
        self._pending.append(row)

    def _opening(self, row: Row) -> frozenset[str]:
        columns = self._arrangement.columns
        texts = frozenset(slot.label.text for slot in row)
        return frozenset(text for text in texts if text in columns.labels or text in columns.groups)

    def _settle(self, *, grid_known: bool) -> None:
        """Read the head rows that were waiting, if there are any."""
        if not self._pending:
            return
        header = read_header(self._pending, self._arrangement.columns, grid_known=grid_known)
        self._pending = []
        self._header = header or Header((), placed=False)
        self._headers.append(self._header)

    def _see(
        self, row: Row, at: int, match: Match | None, hanging: Row, *, grid_known: bool, header: Header
    ) -> None:
        self.rows.append(SeenRow(match, row[at], row[at + 1 :], hanging, header, grid_known))

    def _unknown(self, row: Row, hanging: Row, header: Header, *, grid_known: bool) -> None:
        """A row among the rows of figures whose label is none of the form's."""
        values = row[-len(header.leaves) :] if header.leaves else ()
        labels = [slot for slot in row[: len(row) - len(values)] if slot.raw.strip()]
        if not values or len(row) == 1 or self._heading(labels, values):
            return
        self.rows.append(SeenRow(None, labels[-1] if labels else None, values, hanging, header, grid_known))

    def _heading(self, labels: list[Slot], values: Row) -> bool:
        """Whether a row only names the merged cell for the rows below, or is empty."""
        if any(slot.raw.strip() for slot in values):
            return False
        return not labels or labels[-1].label.text in self._arrangement.rows.groups

    def _judge(self, before: int, carried: Header | None, fallback: Header, *, headed: bool) -> None:
        """Keep the rows of a table only if it is the form's: it has a head, or continues one, or many of the labels."""
        seen = self.rows[before:]
        fresh = {row.match.entry for row in seen if row.match} - self._found
        if all(row.header is carried or row.header is fallback for row in seen):
            continues = carried is not None and all(row.header is carried for row in seen) and fresh
            if not continues and not headed and len(fresh) < _ENOUGH_ROWS:
                del self.rows[before:]
                return
        self._found |= fresh

    def _resolve(self) -> tuple[dict[int, Match], list[tuple[int, int]]]:
        """Rows whose label was miswritten, and those that may be one of several lines."""
        axis = self._arrangement.rows
        found = [row.match.entry if row.match else None for row in self.rows]
        texts = {
            at: row.label.label.text if row.label else "" for at, row in enumerate(self.rows) if not row.match
        }
        resolved: dict[int, Match] = {}
        doubtful: list[tuple[int, int]] = []
        for gap in gaps(found, len(axis.entries)):
            fits = relabelled(gap, texts, axis)
            resolved |= {at: Match(entry, LineState.RELABELLED) for at, entry in fits.items()}
            if not fits:
                doubtful += [(gap.positions[0], entry) for entry in gap.entries]
        return resolved, doubtful
