"""The meeting: minutes being written while people talk."""
