"""Reports of our own invention, clean and with planted faults, and how well a rule pack tells them apart.

The wordings (corpora/wordings) were written before the rules; nothing here knows what a rule looks for, only the ids of the catalogue.
"""
