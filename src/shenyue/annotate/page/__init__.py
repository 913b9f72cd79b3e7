"""A report as one self-contained web page: its text and tables as read, the findings beside the lines they are about. No script, no link out."""

from shenyue.annotate.page.composing import page

__all__ = ["page"]
