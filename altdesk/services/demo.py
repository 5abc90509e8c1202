"""The sample desk: a department at work, made through the services from the seed, its days counted from today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from altdesk.desk import Changed, Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.documents import DocumentDraft, DocumentKind
from altdesk.domain.errors import Refusal
from altdesk.domain.events import EventsQuery
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.domain.minutes_lists import MinutesQuery
from altdesk.domain.organisation import Organisation
from altdesk.domain.people import GroupRule, PersonDraft, PersonKind, Post
from altdesk.forms.form import PrintOptions
from altdesk.forms.words import PaperLanguage
from altdesk.forms.words import say as worded
from altdesk.services import (
    acquaintance,
    binder,
    bodies,
    demo_bodies,
    demo_changes,
    demo_copies,
    demo_events,
    demo_files,
    demo_minutes,
    demo_plans,
    demo_report,
    demo_risks,
    demo_sheets,
    demo_year_records,
    documents,
    events,
    groups,
    handovers,
    minutes,
    organisation,
    people,
    plans,
    printing,
    starter,
    units,
)
from altdesk.services.papers import acquaintance as acquaintance_papers
from altdesk.services.papers import bodies as body_papers
from altdesk.services.papers import changes as change_papers
from altdesk.services.papers import copies as copy_papers
from altdesk.services.papers import documents as document_papers
from altdesk.services.papers import events as event_papers
from altdesk.services.papers import matrix as matrix_papers
from altdesk.services.papers import norms as norm_papers
from altdesk.services.papers import people as people_papers
from altdesk.services.papers import plans as plan_papers
from altdesk.services.papers import risks as risk_papers
from altdesk.services.papers.paper import Paper
from altdesk.services.seeds import INSTRUCTION, seed
from db.models.documents import document
from db.models.people import person, saved_group, unit

GOVERNMENT = "СҮ"
GOVERNMENT_PLAN = "Студенттік үкіметтің жұмыс жоспары"
MOST_COPIED = "ЖН-ALT-40"  # the document of the sample with most copies


@dataclass(frozen=True)
class Filled:
    """What the sample desk holds."""

    people: int
    documents: int
    sheets: int
    meetings: int


def fill(desk: Desk, today: date | None = None) -> Filled:
    """Fill an empty desk; one undo after the other empties it again. Refused when it holds anything."""
    day = today or date.today()
    _refuse_unless_empty(desk)
    _organisation(desk, seed("organisation"))
    known = _people(desk, seed("people"))
    codes = _documents(desk, seed("documents"), day)
    starter.load(desk)
    story = seed("acquaintance")
    _groups(desk, story, known)
    _audiences(desk, story, known, codes)
    demo_sheets.tell(desk, story, seed("documents"), day)
    demo_bodies.tell(desk, seed("bodies"), known, day)
    demo_minutes.tell(desk, seed("minutes"), known, day)
    demo_copies.tell(desk, seed("copies"), day)
    demo_risks.tell(desk, seed("risks"), day)
    demo_changes.tell(desk, seed("changes"), day)
    demo_plans.tell_last(desk, seed("plans"), day)
    demo_plans.tell(desk, seed("plans"), day)
    demo_events.tell(desk, seed("events"), known, day)
    demo_year_records.tell(desk, seed("year_records"), day)
    demo_report.tell(desk, seed("report"), day)
    demo_files.tell(desk)
    meetings = minutes.count(desk, MinutesQuery())
    return Filled(len(known), len(codes), len(acquaintance.sheet_lines(desk)), meetings)


def _refuse_unless_empty(desk: Desk) -> None:
    with desk.store.read() as connection:
        for table in (person, document, unit, saved_group):
            if connection.execute(select(table.c.id).limit(1)).first():
                raise Refusal(N_("This desk is not empty. Choose an empty folder for the sample data with --data."))


def _organisation(desk: Desk, kept: dict[str, Any]) -> None:
    """The sample organisation, but what the person has typed already stays, and gets no Russian name of another."""
    typed = {name: value for name, value in asdict(organisation.get(desk)).items() if value}
    fitting = {name: value for name, value in kept.items() if name.removesuffix("_ru") not in typed}
    organisation.save(desk, Organisation(**{**fitting, **typed, "welcomed": True}))


def _people(desk: Desk, kept: dict[str, Any]) -> dict[str, int]:
    """Units and people in one step; the ids of the people by name."""
    known: dict[str, int] = {}
    further = {each["name"]: (Post(each["post"], each["unit"]),) for each in kept["further"]}
    with desk.step(N_("Sample people")) as step:
        places: dict[str, int] = {}
        for each in kept["unit"]:
            places[each["name"]] = _id(units.add(desk, each["name"], places.get(each.get("within", ""))))
        for each in kept["unit"]:
            for surname, given_name, patronymic, post in each["people"]:
                whole = " ".join(filter(None, (surname, given_name, patronymic)))
                draft = PersonDraft(
                    surname, given_name, patronymic, PersonKind.STAFF, post, each["name"], further.get(whole, ())
                )
                known[whole] = _id(people.add(desk, draft))
        for each in kept["student"]:
            for surname, given_name, patronymic, group, course, phone, email in each["people"]:
                draft = PersonDraft(
                    surname, given_name, patronymic, PersonKind.STUDENT, "Студент", each["unit"],
                    group=group, course=course, phone=phone, email=email,
                )  # fmt: skip
                known[" ".join(filter(None, (surname, given_name, patronymic)))] = _id(people.add(desk, draft))
        for each in kept["outsider"]:
            surname, given_name, patronymic = each["name"]
            draft = PersonDraft(surname, given_name, patronymic, PersonKind.OUTSIDER, each["post"])
            known[" ".join(part for part in each["name"] if part)] = _id(people.add(desk, draft))
        step.made = None
    desk.done(step)
    return known


def _documents(desk: Desk, kept: dict[str, Any], today: date) -> dict[str, int]:
    """The documents in one step, each with its first revision; later ones come in the story. Ids by code."""
    known: dict[str, int] = {}
    with desk.step(N_("Sample documents")) as step:
        for each in kept["document"]:
            draft = DocumentDraft(each["code"], each["title"], DocumentKind(each["kind"]), each.get("owner", ""))
            number, effective_on = each.get("draft"), None
            if "revisions" in each:
                number, days = each["revisions"][0]
                effective_on = today + timedelta(days)
            known[each["code"]] = _id(documents.add(desk, draft, number, effective_on, today=today))
        step.made = None
    desk.done(step)
    return known


def _groups(desk: Desk, story: dict[str, Any], known: dict[str, int]) -> None:
    places = {each.name: each.id for each in units.all_units(desk)}
    for each in story["group"]:
        kind = PersonKind(each["kind"]) if "kind" in each else None
        rule = GroupRule(kind, places[each["unit"]] if "unit" in each else None, each.get("post", ""))
        groups.add(desk, each["name"], rule, [known[name] for name in each.get("people", ())])


def _audiences(desk: Desk, story: dict[str, Any], known: dict[str, int], codes: dict[str, int]) -> None:
    places = {each.name: each.id for each in units.all_units(desk)}
    saved = {each.name: each.id for each in groups.all_groups(desk)}
    meant: dict[str, Callable[[Any], AudienceEntry]] = {
        "everyone": lambda _: AudienceEntry(everyone=True),
        "group": lambda name: AudienceEntry(group_id=saved[name]),
        "unit": lambda name: AudienceEntry(unit_id=places[name]),
        "post": lambda name: AudienceEntry(post=name),
        "person": lambda name: AudienceEntry(person_id=known[name]),
    }
    for code, entries in story["audience"].items():
        chosen = [meant[key](value) for entry in entries for key, value in entry.items()]
        documents.set_audience(desk, codes[code], chosen)


def _id(changed: Changed) -> int:
    assert changed.id is not None
    return changed.id


def _handed_over(desk: Desk) -> int:
    found = documents.by_code(desk, MOST_COPIED)
    return handovers.of_document(desk, found.id)[0].id


def print_every_form(desk: Desk, folder: Path) -> list[printing.Printed]:
    """Print each form there is, in every output it has, into a folder; a form without records prints its sample."""
    from altdesk.forms.catalogue import FORMS

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = N_("Nothing can be written in the folder %(folder)s. Choose another one.")
        raise Refusal(sentence, folder=str(folder)) from error
    done: list[printing.Printed] = []
    made = _papers(desk)
    for number, form in enumerate(FORMS, 1):
        if form.code in made:
            paper = made[form.code]()
            title = f"{number:02} {form.name(paper.data, PrintOptions())}"
        else:  # a page of the binder: by itself there is only its sample
            paper = Paper(form, form.sample())
            title = f"{number:02} {worded(form.title, PaperLanguage.KK)} ({worded('sample', PaperLanguage.KK)})"
        done += [printing.save(desk, paper, folder / file_name(title, output.value)) for output in form.outputs]
    return [*done, _bound(desk, folder)]


def _bound(desk: Desk, folder: Path) -> printing.Printed:
    """The audit binder of the work instruction, with the archive of its files."""
    wanted = binder.Wanted(document_id=documents.by_code(desk, INSTRUCTION).id)
    name = binder.title(desk, wanted)
    made = binder.make(desk, wanted, folder / file_name(name, "pdf"), folder / file_name(name, "zip"))
    return printing.Printed(made.file, made.pages)


def _papers(desk: Desk) -> dict[str, Callable[[], Paper]]:
    """How a paper of each form is made from what is on the desk, by the form's code."""
    printed = [line for line in acquaintance.sheet_lines(desk) if line.printed_on is not None]
    sheets = {line.kind.value: acquaintance_papers.acquaintance(desk, line.id) for line in reversed(printed)}
    instruction = documents.chosen_revision(documents.by_code(desk, INSTRUCTION)).id
    debtor = max(acquaintance.debts(desk), key=lambda each: len(each.documents))
    return {
        "acquaintance": lambda: sheets["acquaintance"],
        "residual": lambda: sheets["residual"],
        "debts": lambda: acquaintance_papers.debts(desk, debtor.person_id),
        "all_debts": lambda: acquaintance_papers.all_debts(desk),
        "coverage": lambda: acquaintance_papers.coverage(desk),
        "people": lambda: people_papers.people(desk),
        "documents": lambda: document_papers.documents(desk),
        **{
            form.code: partial(matrix_papers.of_kind, desk, instruction, kind)
            for kind, form in matrix_papers.FORMS.items()
        },
        "tables": lambda: matrix_papers.all_tables(desk, instruction),
        "risks": lambda: risk_papers.register(desk),
        "document_card": lambda: document_papers.document_card(desk, documents.by_code(desk, MOST_COPIED).id),
        "changes": lambda: replace(change_papers.changes(desk, documents.by_code(desk, MOST_COPIED).id), noted=None),
        "copies": lambda: copy_papers.copies(desk, documents.by_code(desk, MOST_COPIED).id),
        "copies_collect": lambda: copy_papers.collect(desk),
        "handover": lambda: copy_papers.handover(desk, _handed_over(desk)),
        "norms": lambda: norm_papers.norms(desk),
        "members": lambda: body_papers.register(desk, bodies.by_name(desk, GOVERNMENT).id, date.today()),
        "schedule": lambda: event_papers.schedule(desk, event_papers.of_year(events.years(desk)[-1])),
        "event_people": lambda: event_papers.event_people(desk, events.ids(desk, EventsQuery())[0]),
        "plan": lambda: plan_papers.plan(desk, plans.called(desk, GOVERNMENT_PLAN).id),
        **demo_minutes.printed(desk, GOVERNMENT),
        **demo_year_records.printed(desk),
        **demo_report.printed(desk),
    }
