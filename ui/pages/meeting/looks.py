"""How what belongs to a meeting looks: icons, words and tones of its states, and the outline of one meeting."""

from __future__ import annotations

from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes
from altdesk.domain.minutes_attendance import Quorum, quorum_now, quorum_of
from altdesk.domain.minutes_decisions import goes_on, undecided
from altdesk.domain.minutes_kinds import PRESENCE_NAMES, STATE_NAMES, MinutesState, Presence, VoteKind
from altdesk.domain.minutes_votes import RESULT_NAMES, VoteResult, result
from altdesk.i18n import Translator
from ui.columns import State
from ui.pages.meeting.vote import RESULT_LOOKS
from ui.theme import Tone
from ui.widgets.outline import OutlineLine

MINUTES_STATES = {
    MinutesState.DRAFT: State("pencil-outline", STATE_NAMES[MinutesState.DRAFT], Tone.WAIT),
    MinutesState.FINAL: State("lock-outline", STATE_NAMES[MinutesState.FINAL], Tone.ACCENT),
    MinutesState.SIGNED: State("check-decagram-outline", STATE_NAMES[MinutesState.SIGNED], Tone.GOOD),
}
PRESENCES = {
    Presence.PRESENT: State("check", PRESENCE_NAMES[Presence.PRESENT], Tone.GOOD),
    Presence.ABSENT: State("close", PRESENCE_NAMES[Presence.ABSENT], Tone.BAD),
    Presence.EXCUSED: State("account-clock-outline", PRESENCE_NAMES[Presence.EXCUSED], Tone.WAIT),
    Presence.GUEST: State("account-star-outline", PRESENCE_NAMES[Presence.GUEST], Tone.QUIET),
}
HEAD, ATTENDANCE, OFFERED, FILES, VERSIONS, ITEM = "head", "attendance", "offered", "files", "versions", "item"


def item_key(item_id: int) -> str:
    """The outline's key of an item."""
    return f"{ITEM}-{item_id}"


def item_of(key: str) -> int | None:
    """The item an outline's key means, if it means one."""
    kind, _, number = key.partition("-")
    return int(number) if kind == ITEM else None


def part_refused(minutes: Minutes, refusal: Refusal) -> str:
    """The outline's key of the part in which a refusal of the whole minutes is mended."""
    if refusal.field == "attendees":
        return ATTENDANCE
    number = refusal.values.get("item")
    return next((item_key(item.id) for item in minutes.items if item.number == number), HEAD)


def quorum_said(quorum: Quorum, say: Translator) -> str:
    """The quorum in words: who is there, and whether that is enough."""
    values = {"present": quorum.present, "entitled": quorum.entitled, "needed": quorum.needed}
    if quorum.held:
        return say(N_("Quorum is there: %(present)s of %(entitled)s, %(needed)s needed"), **values)
    return say(N_("No quorum: %(present)s of %(entitled)s, %(needed)s needed"), **values)


def titled(minutes: Minutes, say: Translator) -> str:
    """Which minutes these are."""
    if minutes.number:
        return say(N_("%(body)s, No. %(number)s"), body=minutes.body, number=minutes.number)
    return f"{minutes.body}, {short_day(minutes.held_on)}"


def outline(minutes: Minutes, say: Translator, files: int, offered: int) -> list[OutlineLine]:
    """The parts of a meeting, each with how it stands; `offered` are items that earlier meetings left open."""
    quorum = quorum_now(minutes)
    tone = Tone.GOOD if quorum.held else Tone.BAD
    lines = [
        OutlineLine(HEAD, say(N_("About the meeting")), "information-outline", _when(minutes)),
        OutlineLine(ATTENDANCE, say(N_("Attendance")), "account-group-outline", quorum_said(quorum, say), tone),
    ]
    lines += [_item(minutes, item, say) for item in minutes.items]
    if offered and not minutes.locked:
        about = say.plural("%(n)d item can be taken over", "%(n)d items can be taken over", offered)
        lines.append(OutlineLine(OFFERED, say(N_("Left open by earlier meetings")), "playlist-plus", about, Tone.WAIT))
    about = say.plural("%(n)d file", "%(n)d files", files) if files else say(N_("nothing yet"))
    lines.append(OutlineLine(FILES, say(N_("Files")), "paperclip", about))
    if minutes.version > 1 or minutes.reopened:
        about = say.plural("%(n)d version", "%(n)d versions", minutes.version)
        lines.append(OutlineLine(VERSIONS, say(N_("Versions")), "history", about))
    return lines


def _when(minutes: Minutes) -> str:
    return ", ".join(filter(None, (short_day(minutes.held_on), minutes.place)))


def _item(minutes: Minutes, item: AgendaItem, say: Translator) -> OutlineLine:
    icon, tone, about = _standing(minutes, item, say)
    title = item.title or say(N_("(no title yet)"))
    return OutlineLine(item_key(item.id), f"{item.number}. {title}", icon, about, tone, movable=not minutes.locked)


def _standing(minutes: Minutes, item: AgendaItem, say: Translator) -> tuple[str, Tone, str]:
    if goes_on(item):
        return "calendar-arrow-right", Tone.WAIT, say(N_("For the next meeting"))
    decided = len(item.points) if not undecided(minutes, item) else 0
    points = say.plural("%(n)d decision", "%(n)d decisions", decided) if decided else ""
    if item.vote.kind is not VoteKind.NONE:
        came = result(minutes, item)
        icon, tone = RESULT_LOOKS[came]
        return icon, tone, ", ".join(filter(None, (say(RESULT_NAMES[came]), points)))
    if item.dealt:
        lacking = not quorum_of(minutes, item).held
        icon, tone = RESULT_LOOKS[VoteResult.NO_QUORUM] if lacking else ("check", Tone.QUIET)
        return icon, tone, say(RESULT_NAMES[VoteResult.NO_QUORUM]) if lacking else points or say(N_("Dealt with"))
    return "circle-outline", Tone.QUIET, say(N_("Still to come"))
