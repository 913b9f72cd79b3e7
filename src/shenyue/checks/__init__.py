"""The checks by the `kind` under which a rule calls for them: what the program can judge, to be read in one place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shenyue.checks.adverse_disputes import ADVERSE_DISPUTES_VALUES, adverse_disputes
from shenyue.checks.aspects import ASPECTS_VALUES, ASPECTS_VARIANTS, aspects_treated
from shenyue.checks.balance import BALANCE_VALUES, balance
from shenyue.checks.cells import (
    BLANK_CELLS_VALUES,
    BLANK_CELLS_VARIANTS,
    CELL_READINGS_VALUES,
    CELL_READINGS_VARIANTS,
    blank_cells,
    cell_readings,
)
from shenyue.checks.contents import PART_CONTENT_VALUES, part_content
from shenyue.checks.dating import (
    DATED_AFTER_VALUES,
    DATED_AFTER_VARIANTS,
    DEADLINE_VALUES,
    dated_after,
    deadline,
    deadline_complaints,
)
from shenyue.checks.enumerations import LIST_ORDINALS_VALUES, list_ordinals
from shenyue.checks.fee_reporting import FEES_REPORTED_VALUES, FEES_REPORTED_VARIANTS, fees_reported
from shenyue.checks.figures.carried import CARRIED_FIGURES_VALUES, carried_figures
from shenyue.checks.figures.denied import DENIED_FIGURES_VALUES, denied_figures
from shenyue.checks.figures.parts import LISTED_PARTS_VALUES, listed_parts
from shenyue.checks.figures.shares import PERCENTAGES_VALUES, percentages
from shenyue.checks.figures.stated import STATED_FIGURES_VALUES, stated_figures
from shenyue.checks.figures.twice import TWICE_STATED_VALUES, twice_stated
from shenyue.checks.heading_forms import HEADING_FORMS_VALUES, HEADING_FORMS_VARIANTS, heading_forms
from shenyue.checks.heading_marks import HEADING_MARKS_VALUES, HEADING_MARKS_VARIANTS, heading_marks
from shenyue.checks.language.citations import (
    CITATIONS_VALUES,
    CITATIONS_VARIANTS,
    citation_complaints,
    citations,
)
from shenyue.checks.language.doubled import DOUBLED_VALUES, doubled, doubled_complaints
from shenyue.checks.language.other_units import (
    OTHER_UNITS_VALUES,
    OTHER_UNITS_VARIANTS,
    other_unit_complaints,
    other_units,
)
from shenyue.checks.language.pairs import PAIRS_VALUES, PAIRS_VARIANTS, pairs
from shenyue.checks.language.pattern import (
    PATTERN_VALUES,
    PATTERN_VARIANTS,
    pattern,
    pattern_complaints,
    pattern_groups,
)
from shenyue.checks.language.repeated import REPEATED_VALUES, REPEATED_VARIANTS, repeated
from shenyue.checks.language.set_phrases import SET_PHRASES_VALUES, set_phrase_complaints, set_phrases
from shenyue.checks.language.stops import STOPS_VALUES, unended
from shenyue.checks.language.terms import TERMS_VALUES, TERMS_VARIANTS, term_complaints, terms
from shenyue.checks.last_year import CARRIED_OVER_VALUES, IN_FORCE_VALUES, carried_over, in_force
from shenyue.checks.last_years_problems import EARLIER_PROBLEMS_VALUES, earlier_problems_mended
from shenyue.checks.levels import HEADING_LEVELS_VALUES, heading_levels
from shenyue.checks.local.date_limit import DATE_LIMIT_VALUES, date_limit, date_limit_complaints
from shenyue.checks.local.list_order import LIST_ORDER_VALUES, list_order, list_order_complaints
from shenyue.checks.local.sections import (
    REQUIRED_SECTION_VALUES,
    REQUIRED_SECTION_VARIANTS,
    SECTION_LENGTH_VALUES,
    required_section,
    required_section_complaints,
    section_length,
    section_length_complaints,
)
from shenyue.checks.local.similarity import SIMILARITY_VALUES, similarity, similarity_complaints
from shenyue.checks.local.table_cell import (
    TABLE_CELL_VALUES,
    TABLE_CELL_VARIANTS,
    table_cell,
    table_cell_complaints,
)
from shenyue.checks.local.text_table import TEXT_TABLE_VALUES, text_table, text_table_complaints
from shenyue.checks.local.texts import (
    FORBIDDEN_TEXT_VALUES,
    REQUIRED_TEXT_VALUES,
    forbidden_text,
    forbidden_text_complaints,
    required_text,
    required_text_complaints,
)
from shenyue.checks.lost_labels import LOST_LABELS_VALUES, LOST_LABELS_VARIANTS, lost_labels
from shenyue.checks.mentions import SUBJECTS_VALUES, subjects_mentioned
from shenyue.checks.numbering import (
    EXTRACTED,
    HEADING_NUMBERS_VALUES,
    HEADING_STYLES_VALUES,
    heading_numbers,
    heading_styles_alike,
)
from shenyue.checks.overview_figures import OVERVIEW_FIGURES_VALUES, overview_figures
from shenyue.checks.parts import (
    PART_ORDER_VALUES,
    PART_TITLES_VALUES,
    PART_TITLES_VARIANTS,
    PARTS_ONCE_VALUES,
    PARTS_PRESENT_VALUES,
    part_order,
    part_titles,
    parts_once,
    parts_present,
)
from shenyue.checks.periods import STATED_PERIOD_VALUES, STATED_PERIOD_VARIANTS, stated_period
from shenyue.checks.placement import FIGURE_PLACE_VALUES, FIGURE_PLACE_VARIANTS, figure_place
from shenyue.checks.preface import PREFACE_PARTS_VALUES, preface_parts
from shenyue.checks.problems_and_measures import (
    PROBLEMS_AND_MEASURES_VALUES,
    PROBLEMS_AND_MEASURES_VARIANTS,
    problems_and_measures,
)
from shenyue.checks.repetition import NARRATIVE_REPEATED_VALUES, narrative_repeated
from shenyue.checks.report_title import REPORT_TITLE_VALUES, REPORT_TITLE_VARIANTS, report_title
from shenyue.checks.residue import PLACEHOLDERS_VALUES, PLACEHOLDERS_VARIANTS, placeholders
from shenyue.checks.subtopics import RAISED_TOPICS_VALUES, raised_subtopics
from shenyue.checks.tables import (
    MISSING_TABLE_VALUES,
    TABLE_LINES_VALUES,
    TABLE_LINES_VARIANTS,
    TABLE_VERSION_VALUES,
    missing_table,
    table_lines,
    table_version,
)
from shenyue.checks.units import UNIT_NAMED_VALUES, UNIT_NAMED_VARIANTS, unit_named
from shenyue.checks.years import YEARS_AGREE_VALUES, YEARS_AGREE_VARIANTS, years_agree
from shenyue.findings import Outcome


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A check and what a rule author must know of it."""

    run: Callable[..., Iterator[Outcome]]
    """`run(report, *, parameters…)`: its keyword-only parameters are the keys of `[check]`."""
    values: frozenset[str]
    """What a message may name in braces, besides `{quote}`."""
    variants: frozenset[str] = frozenset()
    """The variants that it may yield, besides `unsure`."""
    named: Callable[[Mapping[str, object]], frozenset[str]] | None = None
    """What its parameters add to `values`, such as the named groups of a rule's expressions."""
    complaints: Callable[[Mapping[str, object]], Iterator[tuple[str, str]]] | None = None
    """What is wrong with parameters whose types are right: parameter and Chinese sentence."""
    doubts: bool = False
    """Whether it may yield a hit that is not certain: every rule that calls for it must have words for that."""
    words: bool = False
    """Whether it is likely to ask for the words of a text, whose dictionary takes its time to load."""


CHECKS: Mapping[str, CheckKind] = {
    "adverse_disputes": CheckKind(adverse_disputes, ADVERSE_DISPUTES_VALUES),
    "earlier_problems_mended": CheckKind(earlier_problems_mended, EARLIER_PROBLEMS_VALUES),
    "overview_figures": CheckKind(overview_figures, OVERVIEW_FIGURES_VALUES),
    "problems_and_measures": CheckKind(
        problems_and_measures, PROBLEMS_AND_MEASURES_VALUES, PROBLEMS_AND_MEASURES_VARIANTS
    ),
    "subjects_mentioned": CheckKind(subjects_mentioned, SUBJECTS_VALUES),
    "aspects_treated": CheckKind(aspects_treated, ASPECTS_VALUES, ASPECTS_VARIANTS),
    "balance": CheckKind(balance, BALANCE_VALUES),
    "blank_cells": CheckKind(blank_cells, BLANK_CELLS_VALUES, BLANK_CELLS_VARIANTS),
    "cell_readings": CheckKind(cell_readings, CELL_READINGS_VALUES, CELL_READINGS_VARIANTS, doubts=True),
    "citations": CheckKind(
        citations, CITATIONS_VALUES, CITATIONS_VARIANTS, complaints=citation_complaints, doubts=True
    ),
    "doubled": CheckKind(doubled, DOUBLED_VALUES, complaints=doubled_complaints, doubts=True, words=True),
    "carried_figures": CheckKind(carried_figures, CARRIED_FIGURES_VALUES, doubts=True),
    "denied_figures": CheckKind(denied_figures, DENIED_FIGURES_VALUES, doubts=True),
    "listed_parts": CheckKind(listed_parts, LISTED_PARTS_VALUES),
    "percentages": CheckKind(percentages, PERCENTAGES_VALUES, doubts=True),
    "twice_stated": CheckKind(twice_stated, TWICE_STATED_VALUES),
    "stated_figures": CheckKind(stated_figures, STATED_FIGURES_VALUES, doubts=True),
    "fees_reported": CheckKind(fees_reported, FEES_REPORTED_VALUES, FEES_REPORTED_VARIANTS, doubts=True),
    "figure_place": CheckKind(figure_place, FIGURE_PLACE_VALUES, FIGURE_PLACE_VARIANTS),
    "heading_levels": CheckKind(heading_levels, HEADING_LEVELS_VALUES, EXTRACTED, doubts=True),
    "heading_numbers": CheckKind(heading_numbers, HEADING_NUMBERS_VALUES, EXTRACTED),
    "heading_styles": CheckKind(heading_styles_alike, HEADING_STYLES_VALUES, EXTRACTED),
    "list_ordinals": CheckKind(list_ordinals, LIST_ORDINALS_VALUES, doubts=True),
    "heading_forms": CheckKind(heading_forms, HEADING_FORMS_VALUES, HEADING_FORMS_VARIANTS),
    "heading_marks": CheckKind(heading_marks, HEADING_MARKS_VALUES, HEADING_MARKS_VARIANTS),
    "lost_labels": CheckKind(lost_labels, LOST_LABELS_VALUES, LOST_LABELS_VARIANTS),
    "missing_table": CheckKind(missing_table, MISSING_TABLE_VALUES),
    "other_units": CheckKind(
        other_units, OTHER_UNITS_VALUES, OTHER_UNITS_VARIANTS, complaints=other_unit_complaints, doubts=True
    ),
    "pairs": CheckKind(pairs, PAIRS_VALUES, PAIRS_VARIANTS, doubts=True),
    "part_content": CheckKind(part_content, PART_CONTENT_VALUES, doubts=True),
    "part_order": CheckKind(part_order, PART_ORDER_VALUES, doubts=True),
    "part_titles": CheckKind(part_titles, PART_TITLES_VALUES, PART_TITLES_VARIANTS, doubts=True),
    "parts_once": CheckKind(parts_once, PARTS_ONCE_VALUES, doubts=True),
    "parts_present": CheckKind(parts_present, PARTS_PRESENT_VALUES, doubts=True),
    "pattern": CheckKind(pattern, PATTERN_VALUES, PATTERN_VARIANTS, pattern_groups, pattern_complaints),
    "placeholders": CheckKind(placeholders, PLACEHOLDERS_VALUES, PLACEHOLDERS_VARIANTS),
    "raised_subtopics": CheckKind(raised_subtopics, RAISED_TOPICS_VALUES),
    "preface_parts": CheckKind(preface_parts, PREFACE_PARTS_VALUES),
    "repeated": CheckKind(repeated, REPEATED_VALUES, REPEATED_VARIANTS, doubts=True),
    "report_title": CheckKind(report_title, REPORT_TITLE_VALUES, REPORT_TITLE_VARIANTS),
    "set_phrases": CheckKind(set_phrases, SET_PHRASES_VALUES, complaints=set_phrase_complaints),
    "table_lines": CheckKind(table_lines, TABLE_LINES_VALUES, TABLE_LINES_VARIANTS, doubts=True),
    "table_version": CheckKind(table_version, TABLE_VERSION_VALUES),
    "terms": CheckKind(terms, TERMS_VALUES, TERMS_VARIANTS, complaints=term_complaints),
    "unended": CheckKind(unended, STOPS_VALUES),
    "carried_over": CheckKind(carried_over, CARRIED_OVER_VALUES, doubts=True),
    "dated_after": CheckKind(dated_after, DATED_AFTER_VALUES, DATED_AFTER_VARIANTS),
    "deadline": CheckKind(deadline, DEADLINE_VALUES, complaints=deadline_complaints),
    "in_force": CheckKind(in_force, IN_FORCE_VALUES, doubts=True),
    "narrative_repeated": CheckKind(narrative_repeated, NARRATIVE_REPEATED_VALUES),
    "stated_period": CheckKind(stated_period, STATED_PERIOD_VALUES, STATED_PERIOD_VARIANTS, doubts=True),
    "unit_named": CheckKind(unit_named, UNIT_NAMED_VALUES, UNIT_NAMED_VARIANTS),
    "required_text": CheckKind(required_text, REQUIRED_TEXT_VALUES, complaints=required_text_complaints),
    "forbidden_text": CheckKind(forbidden_text, FORBIDDEN_TEXT_VALUES, complaints=forbidden_text_complaints),
    "required_section": CheckKind(
        required_section,
        REQUIRED_SECTION_VALUES,
        REQUIRED_SECTION_VARIANTS,
        complaints=required_section_complaints,
    ),
    "section_length": CheckKind(section_length, SECTION_LENGTH_VALUES, complaints=section_length_complaints),
    "text_table": CheckKind(text_table, TEXT_TABLE_VALUES, complaints=text_table_complaints),
    "list_order": CheckKind(list_order, LIST_ORDER_VALUES, complaints=list_order_complaints),
    "date_limit": CheckKind(date_limit, DATE_LIMIT_VALUES, complaints=date_limit_complaints),
    "table_cell": CheckKind(
        table_cell, TABLE_CELL_VALUES, TABLE_CELL_VARIANTS, complaints=table_cell_complaints
    ),
    "similarity": CheckKind(similarity, SIMILARITY_VALUES, complaints=similarity_complaints),
    "years_agree": CheckKind(years_agree, YEARS_AGREE_VALUES, YEARS_AGREE_VARIANTS, doubts=True),
}
