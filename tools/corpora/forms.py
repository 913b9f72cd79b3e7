"""Which national form a report year has."""

from functools import cache

from shenyue.form import Form
from shenyue.samples import shipped_forms


@cache
def form_for(year: int) -> Form:
    """The form of a report year."""
    return next(form for form in shipped_forms() if form.years[0] <= year <= form.years[1])


def form_of_version(version: str) -> Form:
    """The form "2019" or "2021"."""
    return next(form for form in shipped_forms() if form.version == version)
