"""From a document to a report: parts and headings, form tables, unit, kind and year."""
