"""The words that a review itself uses: a question in these words is about the review."""

from functools import lru_cache

from shenyue.review import Review


def vocabulary(review: Review) -> str:
    """Messages, quotes, suggestions and titles as one text to look into."""
    return _of(
        review.pack.id,
        review.pack.version,
        tuple(one.message + one.quote + one.suggestion for one in review.findings),
    ) + _titles(review)


@lru_cache(maxsize=8)
def _of(_pack: str, _version: str, texts: tuple[str, ...]) -> str:
    return "".join(texts)


def _titles(review: Review) -> str:
    return "".join(f"{rule.title}。" for rule in review.pack.rules)
