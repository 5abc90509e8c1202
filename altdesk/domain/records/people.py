"""People, their further posts and interests, units, saved groups."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES
from altdesk.domain.records.table import Table


class Membership(StrEnum):
    """How somebody stands in a group by hand."""

    ADDED = "added"
    REMOVED = "removed"


TABLES = {
    "person": Table(
        N_("Person"),
        N_("People"),
        ("full_name",),
        opens="person",
        bin=True,
        fields={
            "surname": N_("Surname"),
            "given_name": N_("Given name"),
            "patronymic": N_("Patronymic"),
            "group_name": N_("Group"),
            "course": N_("Course"),
            "email": N_("Email"),
            "phone": N_("Phone"),
            "consent_on": N_("Consent given on"),
            "left_on": N_("Left on"),
            "anonymous_on": N_("Made anonymous on"),
            "anonymous_by": N_("Made anonymous by"),
            "anonymous_why": N_("Why made anonymous"),
        },
        values={"kind": KIND_NAMES},
    ),
    "further_post": Table(N_("Further post"), called=("post",), of=("person", "person_id")),
    "interest": Table(N_("Interest"), called=("word",), of=("person", "person_id"), fields={"word": N_("Word")}),
    "unit": Table(
        N_("Unit"),
        N_("Units"),
        ("name",),
        opens="unit",
        bin=True,
        unique="name",
        fields={"parent_id": N_("Lies within")},
    ),
    "saved_group": Table(
        N_("Group"),
        N_("Groups"),
        ("name",),
        opens="group",
        bin=True,
        unique="fold_key",
        fields={"rule_kind": N_("Kind"), "rule_post": N_("Post"), "rule_unit_id": N_("Unit")},
        values={"rule_kind": KIND_NAMES},
    ),
    "group_member": Table(
        N_("Member of a group"),
        called=("person_id",),
        of=("saved_group", "group_id"),
        loose=("person_id",),
        fields={"group_id": N_("Group"), "mode": N_("How")},
        values={"mode": {Membership.ADDED: N_("Added by hand"), Membership.REMOVED: N_("Taken out by hand")}},
    ),
}
