"""Encryption of a desk: its keys, the files under them, and how it is turned on and off."""
