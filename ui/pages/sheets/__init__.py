"""Acquaintance in parts: the lists of sheets, coverage and debts, making a sheet, and recording one that is back."""
