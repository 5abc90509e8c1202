"""Parts of the page of plans: the list, one plan with its rows, the way of its paper, its cycle and its versions."""
