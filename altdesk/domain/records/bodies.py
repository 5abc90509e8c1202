"""Bodies, their posts, and the terms people hold them for."""

from __future__ import annotations

from altdesk.domain.bodies import BODY_KIND_NAMES, END_REASON_NAMES, POST_ROLE_NAMES, QUORUM_NAMES
from altdesk.domain.marking import N_
from altdesk.domain.records.table import Table

TABLES = {
    "body": Table(
        N_("Body"),
        N_("Bodies"),
        ("name",),
        opens="body",
        bin=True,
        unique="fold_key",
        fields={
            "short_name": N_("Short name"),
            "name_ru": N_("Name in Russian"),
            "quorum_kind": N_("Quorum"),
            "quorum_parts": N_("Parts"),
            "quorum_of": N_("Of"),
            "founded_on": N_("Founded on"),
            "closed_on": N_("Closed on"),
        },
        values={"kind": BODY_KIND_NAMES, "quorum_kind": QUORUM_NAMES},
    ),
    "body_post": Table(
        N_("Post of a body"),
        N_("Posts of bodies"),
        ("body_id", "title"),
        of=("body", "body_id"),
        bin=True,
        fields={"seats": N_("Seats"), "votes": N_("Right to vote"), "role": N_("At a meeting")},
        values={"role": POST_ROLE_NAMES},
    ),
    "term": Table(
        N_("Term of office"),
        N_("Terms of office"),
        ("person_id", "body_post_id"),
        of=("body", "body_id"),
        opens="term",
        bin=True,
        fields={
            "body_post_id": N_("Post"),
            "starts_on": N_("Since"),
            "ends_on": N_("Until"),
            "end_reason": N_("Reason"),
        },
        values={"end_reason": END_REASON_NAMES},
    ),
    "body_keyword": Table(
        N_("Keyword of a body"), called=("word",), of=("body", "body_id"), fields={"word": N_("Word")}
    ),
}
