"""存: reviews kept on disk. One SQLite file; a review is an append-only log of answers, its state is replayed from it.

`keeping.Keeper` is what the app and the commands are handed: `resume` a review, `keep` what changed.
"""
