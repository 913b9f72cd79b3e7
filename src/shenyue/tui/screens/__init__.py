"""Whole screens and dialogs; a dialog is a screen that returns a value."""
