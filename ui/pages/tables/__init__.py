"""Parts of the page of tables: what is shown, how it is chosen, changed and said."""
