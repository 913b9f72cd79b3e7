"""From what was typed to what a review needs to know."""

from argparse import Namespace
from collections.abc import Iterator

from shenyue.review import Order
from shenyue.rules import pack_folders
from shenyue.settings import read_settings


def order_from(options: Namespace) -> Order:
    """The order of a command; options that a command does not have count as not given."""
    return Order(
        district=options.district,
        preferred=read_settings().district,
        folders=pack_folders(tuple(options.rules)),
        select=tuple(_rule_ids(getattr(options, "select", []))),
        ignore=tuple(_rule_ids(getattr(options, "ignore", []))),
    )


def _rule_ids(values: list[str]) -> Iterator[str]:
    for value in values:
        yield from (word.strip().upper() for word in value.replace("，", ",").split(",") if word.strip())
