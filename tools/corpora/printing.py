"""The measure as text: a table by rule, the alarms with their text, one line a finding."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import regex

from tools.corpora.planting import faults
from tools.corpora.tally import SEVERITIES, TARGETS, RuleTally, Tally
from tools.corpora.trials import Seen, Tried

_SHOWN = 60
_QUOTE = 40
_YEAR = regex.compile(r"20\d\d")


def summary(measure: Tally, seed: str) -> str:
    """The figures by rule: small enough to commit, so that a change of a rule shows what it gained and lost."""
    return "\n".join([*_summary(measure, seed), ""])


def _summary(measure: Tally, seed: str) -> Iterator[str]:
    yield f"{measure.clean} clean reports, {measure.faulty} faulty ones, seed {seed}"
    yield ""
    yield f"{'rule':<6}{'severity':<9}{'planted':>8}{'found':>7}{'recall':>8}{'other severity':>16}{'clean e/w/i':>13}{'surplus':>9}"
    for name, rule in measure.rules.items():
        if rule.severity:
            yield _row(name, rule)
    for severity in SEVERITIES:
        rules = [rule for rule in measure.rules.values() if rule.severity == severity]
        yield _row(severity, _sum(rules, ""))
    yield _row("all", _sum([rule for rule in measure.rules.values() if rule.severity], ""))
    missing = [f"{name} ({rule.planted})" for name, rule in measure.rules.items() if not rule.severity]
    yield f"not delivered (planted): {', '.join(missing) or 'none'}"


def _row(name: str, rule: RuleTally) -> str:
    recall = f"{rule.found / rule.planted:.3f}" if rule.planted else "-"
    alarms = "/".join(str(rule.alarms[severity]) for severity in SEVERITIES)
    return (
        f"{name:<8}{rule.severity:<8}{rule.planted:>7}{rule.found:>7}{recall:>8}"
        f"{rule.otherwise:>16}{alarms:>13}{rule.surplus:>9}"
    ).rstrip()


def _sum(rules: Sequence[RuleTally], severity: str) -> RuleTally:
    alarms: Counter[str] = Counter()
    for rule in rules:
        alarms.update(rule.alarms)
    return RuleTally(
        severity,
        sum(rule.planted for rule in rules),
        sum(rule.found for rule in rules),
        sum(rule.otherwise for rule in rules),
        alarms,
        sum(rule.surplus for rule in rules),
    )


def details(measure: Tally) -> str:
    """What was missed, and what was raised wrongly, with its text."""
    lines = ["", "missed:"]
    by_fault = sorted(measure.missed, key=lambda each: (each.rule, each.fault or 0, each.name))
    for fault, group in groupby(by_fault, key=lambda each: each.fault or 0):
        names = [each.name for each in group]
        note = faults()[fault]["note"]
        lines.append(f"  {faults()[fault]['rule']} ×{len(names)} {names[0]}: {note}")
    lines += _loud("raised on clean reports", measure.alarms)
    lines += _loud("surplus on faulty reports", measure.surplus)
    return "\n".join(lines)


def _loud(title: str, found: Sequence[tuple[str, Seen]]) -> list[str]:
    """Like quotes of a rule together, the commonest first."""
    groups: dict[tuple[str, str, str], list[tuple[str, Seen]]] = {}
    for name, seen in found:
        groups.setdefault((seen.rule, seen.severity, _YEAR.sub("20..", seen.quote)), []).append((name, seen))
    ordered = sorted(groups.items(), key=lambda each: (-len(each[1]), each[0]))
    lines = [f"{title}: {len(found)}"]
    for (rule, severity, _), members in ordered[:_SHOWN]:
        name, seen = members[0]
        lines.append(f"  {rule} {severity} ×{len(members)} “{_short(seen.quote)}” {name}: {seen.message}")
    return [*lines, f"  … and {len(ordered) - _SHOWN} more kinds"] if len(ordered) > _SHOWN else lines


def verdict(measure: Tally) -> str:
    """The targets and whether they are met."""
    results, failures = measure.results(), measure.failures()
    return "\n".join(
        f"{'MISSED' if name in failures else 'met   '}  {name}: {results[name]:g} ({bound} {target:g})"
        for name, (bound, target) in TARGETS.items()
    )


def finding_lines(tried: Iterable[Tried]) -> list[str]:
    """One line a finding over all reports, sorted; a fault that was not found has a line as well."""
    lines = [
        "\t".join((each.name, seen.rule, seen.severity, seen.what, seen.key, _short(seen.quote)))
        for each in tried
        for seen in each.seen
    ]
    lines += [f"{each.name}\t{each.rule}\t-\tmissed\t-\t" for each in tried if each.rule and not each.found]
    return sorted(lines)


def _short(quote: str) -> str:
    folded = " ".join(quote.split())
    return folded if len(folded) <= _QUOTE else f"{folded[:_QUOTE]}…"
