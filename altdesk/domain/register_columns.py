"""Columns of a register of members: the same on the screen, in a workbook and on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from altdesk.domain.bodies import Member
from altdesk.domain.marking import N_


class MemberColumn(StrEnum):
    BODY = "body"
    FULL_NAME = "full_name"
    POST = "post"
    UNIT = "unit"
    GROUP_COURSE = "group_course"
    GROUP = "group"
    COURSE = "course"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"
    TERM = "term"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    NOTE = "note"


C = MemberColumn

MEMBER_COLUMN_NAMES = {
    C.BODY: N_("Body"),
    C.FULL_NAME: N_("Full name"),
    C.POST: N_("Post"),
    C.UNIT: N_("Institute"),
    C.GROUP_COURSE: N_("Group, course"),
    C.GROUP: N_("Group"),
    C.COURSE: N_("Course"),
    C.CONTACT: N_("Contacts"),
    C.PHONE: N_("Phone"),
    C.EMAIL: N_("Email"),
    C.TERM: N_("Term of office"),
    C.STARTS_ON: N_("Since"),
    C.ENDS_ON: N_("Until"),
    C.NOTE: N_("Note"),
}

REGISTER = (C.FULL_NAME, C.POST, C.UNIT, C.GROUP_COURSE, C.CONTACT, C.TERM)
"""What «СҮ ТІЗІМІ» has behind its №, in this order."""

WHOLE = (C.BODY, C.POST, C.FULL_NAME, C.GROUP, C.COURSE, C.UNIT, C.PHONE, C.EMAIL, C.STARTS_ON, C.ENDS_ON, C.NOTE)
"""Everything, a value a column: what an import can take back."""

Value = str | int | date | None

_VALUES: Mapping[MemberColumn, Callable[[Member], Value]] = {
    C.BODY: lambda m: m.body,
    C.FULL_NAME: lambda m: m.full_name,
    C.POST: lambda m: m.post,
    C.UNIT: lambda m: m.unit,
    C.GROUP_COURSE: lambda m: ", ".join(filter(None, (m.group, str(m.course or "")))),
    C.GROUP: lambda m: m.group,
    C.COURSE: lambda m: m.course,
    C.CONTACT: lambda m: ", ".join(filter(None, (m.phone, m.email))),
    C.PHONE: lambda m: m.phone,
    C.EMAIL: lambda m: m.email,
    C.TERM: lambda m: str(m.span),
    C.STARTS_ON: lambda m: m.starts_on,
    C.ENDS_ON: lambda m: m.ends_on,
    C.NOTE: lambda m: m.note,
}


def value_of(member: Member, column: MemberColumn) -> Value:
    """What stands in a column for a member."""
    return _VALUES[column](member)
