"""The difference of two versions: readable, complete, and nothing where nothing changed; pictures are read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.domain.minutes import Minutes, Named, ResolvedPoint, Vote
from altdesk.domain.minutes_attendance import left
from altdesk.domain.minutes_difference import PieceKind, difference, words_between
from altdesk.domain.minutes_kinds import Choice, Presence, VoteKind
from altdesk.domain.minutes_picture import from_text, to_text
from altdesk.domain.minutes_votes import with_choice
from tests.domain.minutes import any_minutes, meeting
from tests.domain.texts import any_text


def changed(newer: Minutes, older: Minutes | None = None) -> list[tuple[str, int | None, str]]:
    return [(each.field, each.item, each.of) for each in difference(older or meeting(), newer)]


def item(**fields: object) -> Minutes:
    minutes = meeting()
    return replace(minutes, items=(replace(minutes.items[0], **fields),))  # type: ignore[arg-type]


def test_words_taken_out_and_put_in_are_shown_among_those_that_stay() -> None:
    pieces = words_between("Жоспар бекітілсін және орындалсын", "Жоспар келісілсін және орындалсын")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        (PieceKind.SAME, "Жоспар "),
        (PieceKind.REMOVED, "бекітілсін"),
        (PieceKind.ADDED, "келісілсін"),
        (PieceKind.SAME, " және орындалсын"),
    ]


def test_a_change_says_where_it_is() -> None:
    assert changed(replace(meeting(), place="Акт залы")) == [("Where", None, "")]
    assert changed(item(title="Есеп туралы")) == [("Title", 1, "")]
    assert changed(item(heard="Баяндама")) == [("Heard", 1, "")]
    point = ResolvedPoint("Бекітілсін", (Named("Асанов"),), date(2026, 11, 1), "", 11, "1.1")
    assert changed(item(points=(point,)))[:3] == [("Resolved", 1, "1.1"), ("Responsible", 1, "1.1"), ("Due", 1, "1.1")]
    gone = replace(meeting(), attendees=tuple(left(each, time(15)) for each in meeting().attendees[:1]))
    assert ("Came and left", None, "Мүше 1") in changed(gone)
    ill = replace(meeting().attendees[0], state=Presence.EXCUSED, reason="ауырды")
    rows = (ill, *meeting().attendees[1:])
    assert ("Attendance", None, "Мүше 1") in changed(replace(meeting(), attendees=rows))


def test_votes_are_compared_as_counted_and_by_name() -> None:
    assert ("For / against / abstained", 1, "") in changed(item(vote=Vote(VoteKind.OPEN, against=2)))
    named = item(vote=Vote(VoteKind.BY_NAME))
    other = item(vote=with_choice(Vote(VoteKind.BY_NAME), 3, Choice.AGAINST))
    assert ("Vote", 1, "Мүше 3") in changed(other, named)


def test_an_item_taken_out_stays_readable() -> None:
    (title, *_) = [each for each in difference(meeting(), replace(meeting(), items=())) if each.field == "Title"]
    assert (title.item, title.before, title.after) == (1, "Жоспар туралы", "")


@given(any_text, any_text)
@settings(max_examples=200)
def test_pieces_put_together_are_the_two_texts(before: str, after: str) -> None:
    pieces = words_between(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind is not PieceKind.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind is not PieceKind.REMOVED) == after


@given(any_minutes())
def test_minutes_differ_in_nothing_from_themselves_and_their_picture(minutes: Minutes) -> None:
    assert difference(minutes, minutes) == []


@given(any_minutes().filter(lambda minutes: not any("\ud800" <= char <= "\udfff" for char in str(minutes))))
def test_a_picture_is_read_back_as_it_was(minutes: Minutes) -> None:
    assert from_text(to_text(minutes)) == minutes


@given(any_minutes(), st.text("абв ", min_size=1))
def test_a_text_written_further_is_noticed(minutes: Minutes, more: str) -> None:
    for field in ("place", "title", "notes"):
        newer = replace(minutes, **{field: getattr(minutes, field) + more})
        assert len(difference(minutes, newer)) == 1
