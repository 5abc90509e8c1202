"""What stands beside the list of working copies: giving them out, and taking them back."""
