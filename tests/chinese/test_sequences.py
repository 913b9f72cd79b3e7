"""The reading of ordinals with the fewest faults."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shenyue.chinese.sequences import Flaw, Lists, Ordinal, read_lists, read_siblings


def faults(lists: Lists | None) -> list[tuple[Flaw, int]]:
    assert lists is not None
    return [(fault.flaw, fault.at) for fault in lists.faults]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 2, 4], [(Flaw.REPEATED, 2)]),
        ([1, 2, 4, 4, 5], [(Flaw.REPEATED, 3)]),
        ([1, 1, 3], [(Flaw.REPEATED, 1)]),
        ([2, 2, 3], [(Flaw.REPEATED, 1)]),
        ([1, 2, 4, 5], [(Flaw.SKIPPED, 2)]),
        ([2, 3], [(Flaw.SKIPPED, 0)]),
        ([3, 5, 4], [(Flaw.SKIPPED, 0), (Flaw.BACK, 2)]),
        ([1, 2, 3, 5, 4], [(Flaw.BACK, 4)]),
        ([1, 2, 3, 1, 5], [(Flaw.BACK, 3)]),
        ([1, 2, 5, 4, 3], [(Flaw.BACK, 3)]),
        ([1, 2, 3, 1, 2, 3], [(Flaw.BACK, 3)]),
        ([1, 2, 9, 4, 5], [(Flaw.BACK, 3)]),
        ([None, 2, 3], []),
        ([1, None, 3], []),
        ([1, None, 2], []),
        ([], []),
    ],
)
def test_one_slip_among_siblings_is_one_fault(
    values: list[int | None], expected: list[tuple[Flaw, int]]
) -> None:
    assert faults(read_siblings(values)) == expected


def test_a_list_inside_an_item_restarts_rightly() -> None:
    run = [Ordinal(1), Ordinal(1, opens=True), Ordinal(2), Ordinal(2), Ordinal(3)]

    lists = read_lists(run)

    assert lists is not None
    assert lists.faults == ()
    assert lists.members == ((0, 3, 4), (1, 2))


def test_a_gap_that_an_earlier_list_would_fill_is_doubtful() -> None:
    run = [Ordinal(1), Ordinal(2), Ordinal(3), Ordinal(1, opens=True, apart=True), Ordinal(2), Ordinal(4)]

    lists = read_lists(run)

    assert lists is not None
    assert [(fault.flaw, fault.doubtful) for fault in lists.faults] == [(Flaw.SKIPPED, True)]


def test_a_weak_ordinal_is_read_only_where_it_fits() -> None:
    fits = read_lists([Ordinal(1, weak=True), Ordinal(2)])
    stray = read_lists([Ordinal(1), Ordinal(2), Ordinal(7, weak=True), Ordinal(3)])

    assert fits == Lists(((0, 1),), ())
    assert stray == Lists(((0, 1, 3),), ())


def test_a_run_without_any_order_is_given_up_in_reasonable_time() -> None:
    values = [(index * 7919) % 53 + 2 for index in range(120)]

    lists = read_siblings(values)

    assert lists is None or lists.faults


lengths = st.integers(min_value=2, max_value=12)


@given(st.lists(lengths, min_size=1, max_size=4))
def test_right_lists_have_no_fault(each: list[int]) -> None:
    run = [
        Ordinal(value, opens=value == 1, apart=value == 1 and position > 0)
        for position, length in enumerate(each)
        for value in range(1, length + 1)
    ]

    assert faults(read_lists(run)) == []


@given(lengths.filter(lambda length: length > 2), st.data())
def test_one_deletion_is_one_fault(length: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(min_value=1, max_value=length - 1))
    values = [value for value in range(1, length + 1) if value != gone]

    assert len(faults(read_siblings(values))) == 1
    assert faults(read_lists([Ordinal(value) for value in values])) == faults(read_siblings(values))


@given(lengths, st.data())
def test_one_duplication_is_one_repetition(length: int, data: st.DataObject) -> None:
    twice = data.draw(st.integers(min_value=1, max_value=length))
    values = [value for value in range(1, length + 1) for _ in range(2 if value == twice else 1)]

    assert faults(read_siblings(values)) == [(Flaw.REPEATED, twice)]
    assert faults(read_lists([Ordinal(value) for value in values])) == [(Flaw.REPEATED, twice)]


@given(lengths, st.data())
def test_one_swap_is_one_number_out_of_order(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=length - 2))
    values = list(range(1, length + 1))
    values[at], values[at + 1] = values[at + 1], values[at]

    assert faults(read_siblings(values)) == [(Flaw.BACK, at + 1)]
    assert faults(read_lists([Ordinal(value) for value in values])) == [(Flaw.BACK, at + 1)]


@given(lengths.filter(lambda length: length > 2), st.data())
def test_one_mistyped_number_is_one_fault(length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=1, max_value=length - 1))
    values: list[int | None] = list(range(1, length + 1))
    values[at] = data.draw(
        st.integers(min_value=1, max_value=length + 3).filter(lambda value: value != at + 1)
    )

    assert len(faults(read_siblings(values))) == 1
