"""What each key of the table does on the main screen; the key line, the palette and typed names call the same."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from shenyue.decisions import Verdict
from shenyue.tui.screens import comparing, deciding, looking, ruling, stepping
from shenyue.tui.widgets.card import Card

if TYPE_CHECKING:
    from shenyue.tui.screens.review import ReviewScreen


def _app(name: str, screen: "ReviewScreen") -> None:
    screen.call_later(screen.run_action, f"app.{name}")


ACTIONS: Mapping[str, Callable[["ReviewScreen"], None]] = {
    "next": partial(stepping.step, by=1),
    "previous": partial(stepping.step, by=-1),
    "show": stepping.show_in_report,
    "confirm": partial(deciding.decide, verdict=Verdict.CONFIRMED),
    "reject": partial(deciding.decide, verdict=Verdict.REJECTED),
    "to-verify": partial(deciding.decide, verdict=Verdict.TO_VERIFY),
    "note": deciding.note,
    "undo": deciding.undo,
    "select": deciding.choose_current,
    "same-rule": deciding.choose_same_rule,
    "compare": comparing.show,
    "summary": deciding.summarise,
    "export": deciding.export,
    "filter": looking.filter_findings,
    "search": looking.search,
    "section": looking.go_to_section,
    "evidence": looking.evidence,
    "basis": looking.basis,
    "table": looking.table,
    "copy": looking.copy,
    "help": looking.show_help,
    "disable-rule": ruling.disable_rule,
    "soften-rule": ruling.soften_rule,
    "restore-rules": ruling.restore_rules,
    "read-on": lambda screen: screen.query_one(Card).scroll_page_down(animate=False),
    "read-back": lambda screen: screen.query_one(Card).scroll_page_up(animate=False),
    "pane-left": partial(stepping.turn_pane, by=-1),
    "pane-right": partial(stepping.turn_pane, by=1),
    "ask": stepping.to_input,
    "leave": stepping.leave,
    "theme": partial(_app, "turn_theme"),
    "queue": partial(_app, "queue"),
    "quit": partial(_app, "leave"),
}
