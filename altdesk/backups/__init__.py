"""Backups: how one is made, where the automatic ones lie, how one is looked into and put in the desk's place."""
