"""How events and plan rows are told apart (§5.5.3, §5.5.4, §6): direction, form, level, kind, what became of them."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.marking import N_


class Direction(StrEnum):
    """The directions of upbringing of §5.5.3, in its order."""

    INTELLECTUAL = "intellectual"
    CIVIC = "civic"
    MORAL = "moral"
    AESTHETIC = "aesthetic"
    LABOUR = "labour"
    PHYSICAL = "physical"


class EventForm(StrEnum):
    """The forms of work of §5.5.4."""

    MASS = "mass"
    GROUP = "group"
    INDIVIDUAL = "individual"


class Level(StrEnum):
    """Where an event is held; §6 counts the city and the university."""

    UNIVERSITY = "university"
    INSTITUTE = "institute"
    CITY = "city"
    DISTRICT = "district"


class EventKind(StrEnum):
    CAMPAIGN = "campaign"  # акция
    MEETING = "meeting"
    ROUND_TABLE = "round_table"
    DEBATE = "debate"
    CONFERENCE = "conference"
    EXCURSION = "excursion"
    CURATOR_HOUR = "curator_hour"
    CONCERT = "concert"
    CONTEST = "contest"
    SPORT = "sport"
    TALK = "talk"
    OTHER = "other"


class HeldState(StrEnum):
    """What became of a row of an approved plan, or of an event of the schedule (DOMAIN.md §4, Plans)."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"  # to another day, still to be held
    NOT_HELD = "not_held"  # with a reason


DIRECTION_NAMES = {
    Direction.INTELLECTUAL: N_("Intellectual"),
    Direction.CIVIC: N_("Civic"),
    Direction.MORAL: N_("Moral"),
    Direction.AESTHETIC: N_("Aesthetic"),
    Direction.LABOUR: N_("Labour"),
    Direction.PHYSICAL: N_("Physical"),
}
FORM_NAMES = {
    EventForm.MASS: N_("Mass form"),
    EventForm.GROUP: N_("Group form"),
    EventForm.INDIVIDUAL: N_("Individual form"),
}
LEVEL_NAMES = {
    Level.UNIVERSITY: N_("University level"),
    Level.INSTITUTE: N_("Institute level"),
    Level.CITY: N_("City level"),
    Level.DISTRICT: N_("District level"),
}
EVENT_KIND_NAMES = {
    EventKind.CAMPAIGN: N_("Campaign"),
    EventKind.MEETING: N_("Meeting of people"),
    EventKind.ROUND_TABLE: N_("Round table"),
    EventKind.DEBATE: N_("Debate"),
    EventKind.CONFERENCE: N_("Conference"),
    EventKind.EXCURSION: N_("Excursion"),
    EventKind.CURATOR_HOUR: N_("Curator hour"),
    EventKind.CONCERT: N_("Concert"),
    EventKind.CONTEST: N_("Contest"),
    EventKind.SPORT: N_("Sports event"),
    EventKind.TALK: N_("Talk"),
    EventKind.OTHER: N_("Other event"),
}
HELD_STATE_NAMES = {
    HeldState.PLANNED: N_("Planned"),
    HeldState.HELD: N_("Held"),
    HeldState.MOVED: N_("Moved"),
    HeldState.NOT_HELD: N_("Not held"),
}
