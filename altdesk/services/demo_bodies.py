"""The sample desk's bodies of students: two academic years, an office that changes hands, a year that turns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from altdesk.desk import Desk
from altdesk.domain.academic_year import academic_year, academic_year_of
from altdesk.domain.bodies import Body, BodyDraft, BodyKind, BodyPostDraft, Comer, PostRole, Stay
from altdesk.domain.marking import N_
from altdesk.services import bodies, interests, rules


def tell(desk: Desk, story: dict[str, Any], known: Mapping[str, int], today: date) -> None:
    """Found the bodies a year ago, let offices change and the year turn; `known` are people by name."""
    start = rules.get(desk).year_start
    this = academic_year(today, start)
    last = academic_year_of(this.first.year - 1, start)
    with desk.step(N_("Sample bodies")) as step:
        for each in story["body"]:
            _found(desk, each, known, last.first)
        step.made = None
    desk.done(step)
    for each in story["body"]:
        body = bodies.by_name(desk, each["name"])
        for change in each.get("changes", ()):
            year = last.first.year + (change["month"] < start.month)
            _change(desk, body, change, known, date(year, change["month"], change["day"]))
    for each in story["body"]:
        _turn(desk, bodies.by_name(desk, each["name"]), each, known, this.first)
    with desk.step(N_("Sample interests")) as step:
        for name, words in story["interests"].items():
            interests.save(desk, known[name], words)
        step.made = None
    desk.done(step)


def _found(desk: Desk, each: dict[str, Any], known: Mapping[str, int], on: date) -> None:
    draft = BodyDraft(
        each["name"],
        each.get("short_name", ""),
        BodyKind(each["kind"]),
        keywords=tuple(each.get("keywords", ())),
        note=each.get("note", ""),
        founded_on=on,
        name_ru=each.get("name_ru", ""),
    )
    posts = [BodyPostDraft(title, seats, role=PostRole(role)) for title, seats, role in each["posts"]]
    bodies.add(desk, draft, posts)
    body = bodies.by_name(desk, each["name"])
    for title, name in each["first"]:
        bodies.add_term(desk, _post(body, title), known[name], on)


def _change(desk: Desk, body: Body, change: dict[str, Any], known: Mapping[str, int], on: date) -> None:
    becomes = _post(body, change["old_becomes"]) if "old_becomes" in change else None
    bodies.change_office(desk, _post(body, change["post"]), known[change["person"]], on, old_becomes=becomes)


def _turn(desk: Desk, body: Body, each: dict[str, Any], known: Mapping[str, int], on: date) -> None:
    leaving = {(title, known[name]) for title, name in each["leaves"]}
    waiting = {term.id: (term.post, term.person_id) in leaving for term in bodies.to_turn(desk, body.id, on)}
    bodies.turn_year(
        desk,
        body.id,
        on,
        stays=[Stay(number) for number, leaves in waiting.items() if not leaves],
        leaves=[number for number, leaves in waiting.items() if leaves],
        comes=[Comer(_post(body, title), known[name]) for title, name in each["comes"]],
    )


def _post(body: Body, title: str) -> int:
    return next(post.id for post in body.posts if post.title == title)
