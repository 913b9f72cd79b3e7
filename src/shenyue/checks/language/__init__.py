"""How a report is written: marks, words, repetitions, citations (L501–L516); one subject a file.

`terms` and `pattern` are kinds for rule authors: what they look for stands in the rule file.
"""
