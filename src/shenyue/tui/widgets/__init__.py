"""The panes of the main screen; each speaks through its own messages."""
