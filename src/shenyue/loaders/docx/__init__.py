"""Word documents (.docx, .docm, .dotx, .dotm), read by ourselves: no library computes Chinese numbers or keeps tracked insertions."""

from shenyue.loaders.docx.reader import read_docx

__all__ = ["read_docx"]
