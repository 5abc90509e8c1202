"""What stands on each paper: the form, and its data gathered from the desk; a module for each area."""
