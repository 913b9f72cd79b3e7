"""Rules and rule packs: TOML in, effective rules out."""

from shenyue.rules.choosing import Choice, choose_pack
from shenyue.rules.model import Basis, Example, ExpectedFinding, Rank, Rule, RulePack, Variant
from shenyue.rules.packs import pack_ids, pack_places
from shenyue.rules.places import pack_folders
from shenyue.rules.reading import read_pack

__all__ = [
    "Basis",
    "Choice",
    "Example",
    "ExpectedFinding",
    "Rank",
    "Rule",
    "RulePack",
    "Variant",
    "choose_pack",
    "pack_folders",
    "pack_ids",
    "pack_places",
    "read_pack",
]
