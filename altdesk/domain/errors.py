"""The one kind of error that is not our bug: something the person asked for cannot be done, and why."""

from __future__ import annotations


class Refusal(Exception):
    """A request the rules refuse; `message` is a translatable sentence that says what to do.

    `message` is marked with `N_()` where it is raised and translated where it is shown, with `args` filled in by
    `%(name)s`. `field` names the field of the editor under which the sentence belongs.
    """

    def __init__(self, message: str, *, field: str = "", **values: object) -> None:
        super().__init__(message % values if values else message)
        self.message = message
        self.values = values
        self.field = field
