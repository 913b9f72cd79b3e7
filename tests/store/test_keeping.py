"""A review comes back as it was left, whoever wrote meanwhile."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviews_by_hand import answer, confirmed, key, review, without

from shenyue.decisions import Verdict
from shenyue.review import decided
from shenyue.store.keeping import Keeper, keeper, recalled, store_path
from shenyue.store.kept import Store


def new(tmp_path: Path, name: str = "张三") -> Keeper:
    return Keeper(Store(tmp_path / "reviews.sqlite"), name)


def test_what_was_decided_is_there_when_the_report_is_opened_again(tmp_path: Path) -> None:
    hand = new(tmp_path)
    first = hand.resume(review()).review
    done = hand.keep(first, confirmed(first, 0, 2, note="已电话告知"))

    again = new(tmp_path).resume(review())

    assert again.review.decisions == done.review.decisions
    assert {one.by for one in again.review.decisions.values()} == {"张三"}
    assert again.review.head == done.review.head != review().report.document.source.sha256
    assert "已处理 2 条" in again.note


def test_a_new_review_begins_at_the_reports_own_hash(tmp_path: Path) -> None:
    resumed = new(tmp_path).resume(review())

    assert resumed.review.head == review().report.document.source.sha256
    assert resumed.note == ""
    assert resumed.earlier == ()


def test_the_same_file_elsewhere_is_the_same_review(tmp_path: Path) -> None:
    hand = new(tmp_path)
    first = hand.resume(review()).review
    hand.keep(first, confirmed(first, 1))

    moved = hand.resume(replace(review(), path=Path("别处/报告.txt"))).review

    assert set(moved.decisions) == {key(1)}
    assert hand.recent(5) == (str(Path("别处/报告.txt").absolute()),)


def test_undo_appends_and_the_log_still_says_what_was(tmp_path: Path) -> None:
    hand = new(tmp_path)
    first = hand.resume(review()).review
    second = hand.keep(first, confirmed(first, 0)).review
    third = hand.keep(second, decided(second, key(0), answer(Verdict.REJECTED, "误报"))).review

    undone = hand.keep(third, second).review
    empty = hand.keep(undone, without(undone, 0)).review

    store = Store(tmp_path / "reviews.sqlite")
    (kept,) = store.reviews()
    said = [entry.record.decision for entry in store.entries(kept)]
    assert [one and one.verdict for one in said] == ["confirmed", "rejected", "confirmed", None]
    assert undone.decisions == second.decisions
    assert (empty.decisions, kept.decided, kept.entries) == ({}, 0, 4)
    assert store.first_break(kept) is None


def test_undo_goes_on_after_the_report_was_opened_again(tmp_path: Path) -> None:
    hand = new(tmp_path)
    first = hand.resume(review()).review
    second = hand.keep(first, confirmed(first, 0, 1)).review
    third = hand.keep(second, confirmed(second, 2)).review
    fourth = hand.keep(third, confirmed(third, 3)).review
    hand.keep(fourth, third)

    earlier = new(tmp_path).resume(review()).earlier

    assert [set(one.decisions) for one in earlier] == [set(), {key(0), key(1)}]


def test_what_another_window_wrote_meanwhile_is_kept_and_told(tmp_path: Path) -> None:
    mine, theirs = new(tmp_path), new(tmp_path, "李四")
    my_first, their_first = mine.resume(review()).review, theirs.resume(review()).review
    theirs.keep(their_first, confirmed(their_first, 1))

    done = mine.keep(my_first, confirmed(my_first, 0))

    assert set(done.review.decisions) == {key(0), key(1)}
    assert set(done.others) == {key(1)}
    assert "李四" in done.note
    assert set(new(tmp_path).resume(review()).review.decisions) == {key(0), key(1)}


def test_what_another_window_took_back_stays_taken_back(tmp_path: Path) -> None:
    mine, theirs = new(tmp_path), new(tmp_path, "李四")
    first = mine.resume(review()).review
    both = mine.keep(first, confirmed(first, 0, 1)).review
    seen = theirs.resume(review()).review
    theirs.keep(seen, without(seen, 0))

    done = mine.keep(both, confirmed(both, 2)).review

    assert set(done.decisions) == {key(1), key(2)}


def test_a_review_deleted_meanwhile_is_written_anew_as_the_screen_shows_it(tmp_path: Path) -> None:
    hand, store = new(tmp_path), Store(tmp_path / "reviews.sqlite")
    first = hand.resume(review()).review
    second = hand.keep(first, confirmed(first, 0)).review
    with store.writing():
        store.delete(store.reviews()[0])

    done = hand.keep(second, confirmed(second, 1))

    assert set(done.review.decisions) == {key(0), key(1)} == set(hand.resume(review()).review.decisions)
    assert done.note == ""


def test_answers_whose_finding_is_not_found_any_more_stay_in_the_log_and_are_told(tmp_path: Path) -> None:
    hand = new(tmp_path)
    first = hand.resume(review(findings=5)).review
    hand.keep(first, confirmed(first, 0, 4))

    fewer = hand.resume(review(findings=3))
    hand.keep(fewer.review, confirmed(fewer.review, 1))

    assert set(fewer.review.decisions) == {key(0)}
    assert "1 条处理意见所对的问题这次没有列出" in fewer.note
    assert set(hand.resume(review(findings=5)).review.decisions) == {key(0), key(1), key(4)}


def test_the_answers_can_be_looked_up_without_writing(tmp_path: Path) -> None:
    hand, store = new(tmp_path), Store(tmp_path / "reviews.sqlite")
    first = hand.resume(review()).review
    hand.keep(first, confirmed(first, 3))
    before = store.reviews()

    assert set(recalled(review(), store.path).decisions) == {key(3)}
    assert recalled(review("乙"), store.path) == review("乙")
    assert recalled(review()) == review(), "there is no usual store"
    assert store.reviews() == before


def test_the_place_of_the_store_is_the_environments_then_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_folders: Path
) -> None:
    assert store_path().is_relative_to(own_folders)
    folder = own_folders / "shenyue"
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text(f"store = '{tmp_path / 'a.sqlite'}'\nreviewer = '王五'\n", "utf-8")
    assert store_path() == tmp_path / "a.sqlite"
    first = keeper().resume(review()).review
    assert {one.by for one in keeper().keep(first, confirmed(first, 0)).review.decisions.values()} == {"王五"}
    monkeypatch.setenv("SHENYUE_STORE", str(tmp_path / "b.sqlite"))
    assert store_path() == tmp_path / "b.sqlite"


def test_half_characters_do_not_stop_an_answer(tmp_path: Path) -> None:
    hand = new(tmp_path)
    first = hand.resume(review()).review

    done = hand.keep(first, confirmed(first, 0, note="好\ud800的")).review

    assert done.decisions[key(0)].note == "好?的"
    assert new(tmp_path).resume(review()).review.decisions == done.decisions


_MOVES = st.lists(
    st.tuples(st.sampled_from(["mine", "theirs"]), st.integers(0, 3), st.sampled_from([*Verdict, None]))
)


@settings(max_examples=40, deadline=None)
@given(_MOVES)
def test_two_windows_see_the_same_in_the_end_whatever_they_do(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, int, Verdict | None]]
) -> None:
    folder = tmp_path_factory.mktemp("two")
    hands = {name: new(folder, name) for name in ("mine", "theirs")}
    seen = {name: hand.resume(review()).review for name, hand in hands.items()}
    expected: dict[str, Verdict] = {}
    for name, number, verdict in moves:
        now = seen[name]
        after = decided(now, key(number), answer(verdict, str(len(expected))) if verdict else None)
        if after.decisions == now.decisions:
            continue
        seen[name] = hands[name].keep(now, after).review
        expected.pop(key(number), None)
        if verdict:
            expected[key(number)] = verdict

    found = {name: one.verdict for name, one in new(folder).resume(review()).review.decisions.items()}

    store = Store(folder / "reviews.sqlite")
    assert found == expected
    assert store.reviews()[0].decided == len(expected)
    assert store.first_break(store.reviews()[0]) is None
