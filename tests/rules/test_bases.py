"""What a finding cites: a report is not held to a notice that is younger than it, nor to one that was replaced."""

from shenyue.form import Form
from shenyue.rules import read_pack

REPLACED = "国办公开办函〔2019〕60号"
IN_FORCE = "国办公开办函〔2021〕30号"


def cited(form: Form) -> set[str]:
    pack = read_pack("national")
    rules = [rule for rule in pack.rules if not rule.forms or form.version in rule.forms]
    return {basis.number for rule in rules for basis in rule.basis if basis.governs(form)}


def test_each_form_has_its_own_notice() -> None:
    forms = {form.version: form for form in read_pack("national").forms}

    assert REPLACED not in cited(forms["2021"]) - {""}
    assert IN_FORCE not in cited(forms["2019"])


def test_every_rule_has_a_basis_under_every_form_it_applies_to() -> None:
    pack = read_pack("national")
    bare = [
        (rule.id, form.version)
        for rule in pack.rules
        for form in pack.forms
        if (not rule.forms or form.version in rule.forms)
        and not any(basis.governs(form) for basis in rule.basis)
    ]

    assert bare == []
