"""Importing a list from a file: the parts of the screen that people and documents share."""
