"""The sample desk's copies, hand-overs and norms: every state they can be in, their days counted from today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.copies import CopiesQuery, CopyKind, Handed, HandoverDraft, Recipient
from altdesk.domain.marking import N_
from altdesk.domain.norms import NormState
from altdesk.domain.people import PeopleQuery
from altdesk.services import copies, documents, handovers, norms, norms_starter, organisation, people

INSTRUCTION = "ЖН-ALT-00"


def tell(desk: Desk, story: dict[str, Any], today: date) -> None:
    """Copies go out and come back, originals are handed over, norms are cited and one of them changes."""
    with desk.step(N_("Sample copies")) as step:
        for each in story["copies"]:
            _copies(desk, each, today)
        for each in story["handover"]:
            _handover(desk, each, today)
        step.made = None
    desk.done(step)
    with desk.step(N_("Sample norms")) as step:
        norms_starter.load(desk, documents.by_code(desk, INSTRUCTION).id)
        for code, designations in story["cites"].items():
            found = [norms.by_designation(desk, each).id for each in designations]
            norms.cite(desk, documents.by_code(desk, code).id, found)
        step.made = None
    desk.done(step)
    for each in story["changed"]:
        _changed(desk, each, today)


def _revision(desk: Desk, each: dict[str, Any]) -> int:
    return documents.chosen_revision(documents.by_code(desk, each["document"]), each["revision"]).id


def _copies(desk: Desk, each: dict[str, Any], today: date) -> None:
    revision_id, kind = _revision(desk, each), CopyKind(each["kind"])
    given_to = [copies.person_as_recipient(desk, _person(desk, name)) for name in each.get("holders", ())]
    given_to += [Recipient(unit=name) for name in each.get("units", ())]
    copies.give(desk, revision_id, given_to, today + timedelta(each["given"]), kind=kind)
    for word, verb in (("returned", copies.take_back), ("lost", copies.take_out)):
        if word in each:
            told = each[word]
            known = copies.every(desk, CopiesQuery(document_id=documents.by_code(desk, each["document"]).id))
            mine = [copy.id for copy in known if copy.revision_id == revision_id and copy.holder in told["holders"]]
            verb(desk, mine, today + timedelta(told["on"]), told.get("note", ""))


def _person(desk: Desk, name: str) -> int:
    lines = people.lines(desk, people.ids(desk, PeopleQuery(text=name, include_left=True)))
    return next(line.id for line in lines if line.full_name == name)


def _handover(desk: Desk, each: dict[str, Any], today: date) -> None:
    heads = organisation.get(desk)
    on = today + timedelta(each["on"]) if "on" in each else None
    draft = HandoverDraft(
        Handed(each["what"]), each["sheets"], on, heads.director, heads.director_post, each["received_by"],
        each["received_by_post"], each["place"],
    )  # fmt: skip
    handovers.add(desk, _revision(desk, each), draft)


def _changed(desk: Desk, each: dict[str, Any], today: date) -> None:
    found = norms.by_designation(desk, each["norm"])
    norms.mark(desk, found.id, NormState(each["state"]), today + timedelta(each["on"]), each["note"])
    told = each["reviewed"]
    document_id = documents.by_code(desk, told["document"]).id
    asked = [flag.id for flag in norms.flags(desk, document_id) if flag.norm_id == found.id]
    norms.review(desk, asked, today + timedelta(told["on"]), told["by"], told["note"])
