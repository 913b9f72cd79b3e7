"""Reviews as text and JSON for the command line; one module a format."""
