"""Dialogs: only to confirm what cannot be undone, to pick a file, or to print."""
