"""From a document to a report: parts and headings, form tables, unit, kind and year."""

from collections import Counter

from shenyue.form import Form
from shenyue.model import Document, LabelSource
from shenyue.recognise.dates import read_dates
from shenyue.recognise.forms import read_form_tables
from shenyue.recognise.identity import identify
from shenyue.recognise.prose import Lexicon, read_prose
from shenyue.recognise.sections import read_sections
from shenyue.report import Identity, Report, Section

__all__ = ["identify", "recognise"]


def recognise(
    document: Document,
    forms: tuple[Form, ...],
    identity: Identity | None = None,
    prior: Report | None = None,
    lexicon: Lexicon | None = None,
) -> Report:
    """The report in a document; `forms` in any order, at least one. `identity` where it is already known, `prior` last year's report.

    Figures of the prose are read where the words for them are given.
    """
    who = identity if identity is not None else identify(document)
    form = _prescribed(forms, who.year)
    tables = read_form_tables(document, forms, form)
    if form is None and who.year is None and tables:
        version = Counter(table.form for table in tables.values()).most_common(1)[0][0]
        form = next(one for one in forms if one.version == version)
    newest = max(forms, key=lambda one: one.years)
    sections = read_sections(document, form or newest, tables, who)
    report = Report(
        document,
        who,
        form,
        sections,
        tables,
        prior,
        _label_source(document, sections),
        read_dates(document, who, sections),
    )
    return report if lexicon is None else read_prose(report, lexicon)


def _prescribed(forms: tuple[Form, ...], year: int | None) -> Form | None:
    """The form in force for a report year."""
    return next((form for form in forms if year is not None and form.years[0] <= year <= form.years[1]), None)


def _label_source(document: Document, sections: tuple[Section, ...]) -> LabelSource:
    """Of the headings as a whole: extracted where the file is an export, automatic where every label is Word's."""
    if document.source.extracted:
        return LabelSource.EXTRACTED
    headings = [
        heading for section in sections for heading in (section.heading, *section.headings) if heading
    ]
    sources = {heading.label_source for heading in headings if heading.label}
    if LabelSource.EXTRACTED in sources:
        return LabelSource.EXTRACTED
    return LabelSource.AUTO if sources == {LabelSource.AUTO} else LabelSource.TYPED
