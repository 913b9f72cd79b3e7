"""Comments into a .docx: the zip is copied part by part, and what is new is inserted into the text of the parts, so that all else stays."""

from shenyue.annotate.word.writing import Commented, with_comments

__all__ = ["Commented", "with_comments"]
