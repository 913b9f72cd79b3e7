"""How the file is laid out, version by version; a step, once released, is never changed."""

import sqlite3

MARK = 0x5348_5959
"""SQLite's application id of our files."""

_FIRST = """
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    report TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    year INTEGER,
    findings INTEGER NOT NULL,
    decided INTEGER NOT NULL DEFAULT 0,
    begun TEXT NOT NULL,
    opened TEXT NOT NULL,
    entries INTEGER NOT NULL DEFAULT 0,
    head TEXT NOT NULL DEFAULT ''
);
CREATE INDEX review_opened ON review (opened);
CREATE INDEX review_unit ON review (year, unit);
CREATE TABLE entry (
    review INTEGER NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    step INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    finding TEXT NOT NULL,
    rule TEXT NOT NULL,
    verdict TEXT,
    note TEXT,
    decided_by TEXT,
    decided_at TEXT,
    pack TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    program TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (review, number)
) WITHOUT ROWID;
CREATE TRIGGER entry_stays_as_it_is BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed');
END;
CREATE TRIGGER entry_goes_with_its_review BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM review WHERE id = OLD.review)
BEGIN
    SELECT RAISE(ABORT, 'an entry is never taken out');
END;
"""

_VERSIONS = """
CREATE TABLE version (
    review INTEGER PRIMARY KEY REFERENCES review (id) ON DELETE CASCADE,
    content BLOB NOT NULL
);
"""
"""What a later version of the report is compared with: `compare.version.to_json`, zlib."""

STEPS = (_FIRST, _VERSIONS)
"""What leads from each version to the next; the first one from an empty file."""
VERSION = len(STEPS)


def migrate(connection: sqlite3.Connection, found: int) -> None:
    """Lead a file of version `found` to the present one, within the transaction that is open."""
    for step in STEPS[found:]:
        for statement in _statements(step):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute(f"PRAGMA application_id = {MARK}")


def _statements(script: str) -> list[str]:
    """The statements of a script: `executescript` would end the transaction."""
    found: list[str] = []
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            found.append(held.strip())
            held = ""
    return found
