"""Going through the tables of a file with one arrangement: which rows are heads, which are figures, which are another table's."""

from collections import Counter
from collections.abc import Mapping

from shenyue.recognise.forms.arrangements import Arrangement, Match
from shenyue.recognise.forms.folding import fold
from shenyue.recognise.forms.headers import Header, prescribed_header, read_header
from shenyue.recognise.forms.pieces import Piece, Row, Slot
from shenyue.recognise.forms.relabelling import gaps, relabelled
from shenyue.recognise.forms.rows import SeenRow
from shenyue.recognise.forms.sheets import Sheet
from shenyue.report import LineState

_ENOUGH_ROWS = 3
"""So many prescribed row labels make a table without a head a form table; 行政处罚 alone stands in many tables."""


def scan(arrangement: Arrangement, pieces: tuple[Piece, ...], owners: Mapping[str, str]) -> Sheet | None:
    """What the arrangement finds in the tables; None where it finds nothing.

    `owners` tells for labels that only one table key of the contract has, which: they end a block of another key.
    """
    scanner = _Scanner(arrangement, owners)
    for piece in pieces:
        if piece.words & arrangement.words or (scanner.waiting and not piece.words):
            scanner.read(piece)
    return scanner.sheet() if scanner.rows else None


class _Scanner:
    def __init__(self, arrangement: Arrangement, owners: Mapping[str, str]) -> None:
        self._arrangement = arrangement
        self._owners = owners
        self._head = fold(arrangement.layout.head).text
        self._fallback = prescribed_header(arrangement.columns)
        self._header: Header | None = None
        self._pending: list[Row] = []
        self._found: set[int] = set()
        self._groups: frozenset[str] = frozenset()
        self.rows: list[SeenRow] = []

    @property
    def waiting(self) -> bool:
        """Whether heads were read whose figures may stand in a table of their own, without any label."""
        return self._arrangement.rows.anonymous and self._header is not None and not self.rows

    def read(self, piece: Piece) -> None:
        """Read one table, with the columns of the one before where it has no head of its own."""
        carried = self._header and self._header._replace(placed=False)
        self._header = carried
        before = len(self.rows)
        for row, hanging in zip(piece.rows, piece.hanging, strict=True):
            self._row(row, hanging, grid_known=piece.grid_known)
        self._settle(grid_known=piece.grid_known)
        self._judge(before, carried, headed=self._headed(piece))

    def _headed(self, piece: Piece) -> bool:
        """Whether the block's own line stands above rows labelled as prescribed; turned over, a lone label is too little."""
        return bool(self._head) and self._head in piece.words and self._arrangement.name == "crossed"

    def sheet(self) -> Sheet | None:
        """Lay what was seen."""
        self._compare()
        sheet = Sheet(self._arrangement)
        for header in {id(row.header): row.header for row in self.rows}.values():
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

    def _compare(self) -> None:
        """Note for every row how it stands among the rows below its head."""
        below: dict[int, list[SeenRow]] = {}
        for row in self.rows:
            below.setdefault(id(row.header), []).append(row)
        for rows in below.values():
            usual = Counter(len(row.values) for row in rows).most_common(1)[0][0]
            shifts = Counter(row.shift for row in rows)
            shift = max(shifts, key=lambda columns: (shifts[columns], -abs(columns)))
            widest = max(row.end for row in rows)
            for row in rows:
                row.usual, row.alone, row.widest = usual, len(rows) == 1, widest
                row.shifted_as_most = row.shift == shift

    def _row(self, row: Row, hanging: Row, *, grid_known: bool) -> None:
        if self._arrangement.rows.anonymous and not self._foreign(row):
            self._nameless(row, hanging, grid_known=grid_known)
            return
        at = self._label(row)
        match = None if at is None else self._match(row, at)
        if at is not None and match is not None:
            self._settle(grid_known=grid_known)
            header = self._header or self._fallback
            # too many cells, the next one a label: what is a row here is a merged cell of another form
            if len(row) - at - 1 > len(header.leaves) and row[at + 1].label.text:
                self._unknown(row, hanging, header, grid_known=grid_known)
                return
            groups = tuple(slot for slot in row[:at] if slot.label.text in self._arrangement.rows.groups)
            self.rows.append(SeenRow(match, row[at], row[at + 1 :], hanging, header, grid_known, groups))
        elif self._foreign(row):
            self._pending = []
            self._header = None
        elif self._heads(row):
            self._wait(row)
        elif self._header is not None and self.rows and not self._pending:
            self._unknown(row, hanging, self._header, grid_known=grid_known)

    def _match(self, row: Row, at: int) -> Match | None:
        """The line that a label is; of several of that label the one below the merged cells last met."""
        axis = self._arrangement.rows
        groups = frozenset(slot.label.text for slot in row[:at] if slot.label.text in axis.groups)
        self._groups = groups or self._groups
        matches = axis.matches(row[at].label)
        if len(matches) > 1:
            matches = tuple(one for one in matches if self._groups <= set(axis.entries[one.entry].under))
        return matches[0] if len(matches) == 1 else None

    def _nameless(self, row: Row, hanging: Row, *, grid_known: bool) -> None:
        """The figures below a head of several rows, the only row there is; a blank row may stand before it."""
        if self._heads(row):
            self._wait(row)
            return
        self._settle(grid_known=grid_known)
        header = self._header
        values = row
        while header and len(values) > len(header.leaves) and values[0].label.text:
            values = values[1:]
        if header is None or not values or 2 * sum(bool(slot.label.text) for slot in values) > len(values):
            return
        if self.rows and self.rows[-1].header is header:
            if not any(slot.raw.strip() for slot in values) or self.rows[-1].filled:
                return
            self.rows.pop()
        self.rows.append(SeenRow(Match(0, LineState.FOUND), None, values, hanging, header, grid_known))

    def _label(self, row: Row) -> int | None:
        """Which slot is the label of a row of figures: the only prescribed one, if no label of a column stands beside it."""
        rows = self._arrangement.rows
        at = next((i for i in range(len(row) - 1, -1, -1) if row[i].label.text in rows.labels), None)
        if at is None:
            return None
        several = any(
            slot.label.text in rows.labels and slot.label.text not in rows.groups for slot in row[:at]
        )
        beside = self._opening((*row[:at], *row[at + 1 :]))
        return None if several or beside - rows.groups.keys() else at

    def _heads(self, row: Row) -> bool:
        """Whether a row names columns; one with a number in it does not."""
        return bool(self._opening(row)) and not any(slot.raw.strip().isdigit() for slot in row)

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
        self._header = header or Header((), placed=False, whole=False)

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

    def _judge(self, before: int, carried: Header | None, *, headed: bool) -> None:
        """Keep the rows of a table only if it is the form's: it has a head, or continues one, or many of the labels."""
        seen = self.rows[before:]
        fresh = {row.match.entry for row in seen if row.match} - self._found
        if all(row.header is carried or row.header is self._fallback for row in seen):
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
