"""Rules and rule packs: TOML in, effective rules out."""

from shenyue.rules.choosing import Choice, choose_pack
from shenyue.rules.model import Basis, Example, ExpectedFinding, Rank, Rule, RulePack, Variant, Waiver
from shenyue.rules.packs import open_packs, pack_ids, pack_places, stamp_of
from shenyue.rules.places import pack_folders
from shenyue.rules.reading import pack_for_reports, read_pack
from shenyue.rules.waivers import read_folder_file

__all__ = [
    "Basis",
    "Choice",
    "Example",
    "ExpectedFinding",
    "Rank",
    "Rule",
    "RulePack",
    "Variant",
    "Waiver",
    "choose_pack",
    "open_packs",
    "pack_folders",
    "pack_for_reports",
    "pack_ids",
    "pack_places",
    "read_folder_file",
    "read_pack",
    "stamp_of",
]
