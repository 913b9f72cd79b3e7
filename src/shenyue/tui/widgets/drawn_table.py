"""A table on the screen: drawn with lines, the faulty cell and what was counted marked."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from shenyue.tui.grid import Drawing, GridCell, Piece, draw, first_line
from shenyue.tui.plain import shown


class DrawnTable(Widget):
    """One table; a new mark redraws it and nothing else."""

    DEFAULT_CSS = "DrawnTable { height: auto; width: 1fr; }"

    def __init__(self, cells: Sequence[GridCell]) -> None:
        super().__init__()
        self._cells = [
            GridCell(shown(cell.text), cell.row, cell.column, cell.row_span, cell.column_span)
            for cell in cells
        ]
        self._marks: Mapping[int, str] = {}
        self._drawings: dict[int, Drawing] = {}

    @property
    def marks(self) -> Mapping[int, str]:
        """Styles by ordinal of the cell."""
        return self._marks

    def mark(self, marks: Mapping[int, str]) -> None:
        """Mark these cells and no others."""
        if marks != self._marks:
            self._marks = marks
            self.refresh()

    def line_of(self, cell: int) -> int:
        """The line on which a cell begins, at the present width."""
        return first_line(self._drawing(self.content_size.width), cell)

    def _drawing(self, width: int) -> Drawing:
        if width not in self._drawings:
            self._drawings[width] = draw(self._cells, width)
        return self._drawings[width]

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All there is."""
        del viewport
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As drawn."""
        del container, viewport
        return len(self._drawing(width))

    def render(self) -> Content:
        """The drawing with its marks."""
        lines = [
            Content.assemble(*(self._styled(piece) for piece in line))
            for line in self._drawing(self.content_size.width)
        ]
        return Content("\n").join(lines)

    def _styled(self, piece: Piece) -> tuple[str, str]:
        if piece.cell is None:
            return piece.text, "$text-muted 60%"
        return piece.text, self._marks.get(piece.cell, "")
