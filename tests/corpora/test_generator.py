"""Composed reports are clean by checks that owe nothing to the program, and every fault and variation of the wordings can be used."""

import pytest
import regex
from tools.corpora.composing import Wish, compose
from tools.corpora.drafts import Draft
from tools.corpora.innocents import innocents, with_innocent
from tools.corpora.pages import page_of
from tools.corpora.planting import due, faults, plant
from tools.corpora.writers import WRITERS

from shenyue.loaders import load
from shenyue.samples import lay_out

RELATIVE = regex.compile("今年|去年|明年|近日|本月|目前|截至目前")
DRAFTS = tuple(compose(f"test/{number}") for number in range(60))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_composed_report_is_sound(draft: Draft) -> None:
    text = lay_out(draft.sample(), draft.form).text

    assert not due(draft)
    assert not regex.search(r"[{}<>]", text)
    assert not RELATIVE.search(text)
    assert "12月31日" in "".join(draft.preface)
    assert regex.search(r"\d", regex.sub(r"20\d\d年", "", "".join(draft.overview)))
    assert str(draft.year - 1) in text or "上年度" in text


def test_wish_is_granted() -> None:
    draft = compose("test/wish", Wish(kinds=("town",), form="2019", when="new = 7 and carried_out > 0"))

    assert (draft.unit.kind, draft.form.version) == ("town", "2019")
    assert draft.facts["new"] == 7
    assert draft.facts["carried_out"] > 0


def test_every_fault_can_be_planted() -> None:
    for number, fault in enumerate(faults()):
        planted = plant(number, "test")
        text = lay_out(planted.draft.sample(), planted.draft.form).text
        assert "".join(planted.quote.split()) in "".join(text.split()), fault["note"]


def test_every_innocent_variation_can_be_used() -> None:
    for number, innocent in enumerate(innocents()):
        draft = with_innocent(innocent, f"test/{number}")
        assert lay_out(draft.sample(), draft.form).text


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_every_format_holds_the_whole_text(ending: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("formats")
    for number, draft in enumerate(DRAFTS[:10]):
        path = folder / f"{number}.{ending}"
        path.write_bytes(WRITERS[ending](page_of(draft)))

        text = regex.sub(r"\[bookmark:.*?\]|[|#\s]|---", "", load(path).text)

        assert text == "".join(lay_out(draft.sample(), draft.form).text.split())
