"""Which packs a command of `shenyue rules` is about."""

from argparse import Namespace

from shenyue.authoring.folders import PackChoice, packs_in
from shenyue.cli.order import order_from
from shenyue.rules import pack_ids


def chosen(options: Namespace) -> PackChoice:
    """The packs of the folder that was named; every pack there is where none was."""
    folders = order_from(options).folders
    if options.folder is None:
        return PackChoice(pack_ids(folders), folders)
    return packs_in(options.folder, folders)
