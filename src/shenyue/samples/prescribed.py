"""The form that a sample is printed in: that of its year, unless it names another."""

from functools import cache

from shenyue.form import Form
from shenyue.model import Document
from shenyue.rules.forms import read_form
from shenyue.samples.addresses import reject_unknown
from shenyue.samples.laying_out import lay_out
from shenyue.samples.sample import BrokenSample, Sample
from shenyue.shipped import shipped


def document(sample: Sample, forms: tuple[Form, ...] = ()) -> Document:
    """The sample as a loader would give it, in its own form of `forms`, of the national ones where none are given.

    Raises BrokenSample where it makes no report.
    """
    form = form_of(sample, forms)
    reject_unknown(sample, form, forms or shipped_forms())
    return lay_out(sample, form)


def form_of(sample: Sample, forms: tuple[Form, ...] = ()) -> Form:
    """The form that the sample follows, of `forms`, of the national ones where none are given."""
    for form in forms or shipped_forms():
        by_year = form.years[0] <= sample.year <= form.years[1]
        if form.version == sample.form_version or (not sample.form_version and by_year):
            return form
    raise BrokenSample(f"没有 {sample.form_version or sample.year} 年的表式。")


@cache
def shipped_forms() -> tuple[Form, ...]:
    """The national forms, oldest first."""
    return tuple(read_form(path) for path in sorted(shipped("rules", "national", "forms").glob("*.toml")))
