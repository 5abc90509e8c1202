"""`altdesk import …`: a list from Excel or CSV, looked at first, then taken over in one step."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.answer import Answer
from altdesk.desk import Desk


def people(desk: Desk, asked: Namespace) -> Answer:
    raise NotImplementedError


def documents(desk: Desk, asked: Namespace) -> Answer:
    raise NotImplementedError
