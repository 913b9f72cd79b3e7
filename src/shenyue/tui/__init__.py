"""The Textual skin: everything that it shows is worked out below it and tested without it."""
