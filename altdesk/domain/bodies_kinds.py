"""How lists call bodies and posts: үйірме is a hobby circle, председатель is a chair and has one seat."""

from __future__ import annotations

from altdesk.domain.bodies import CLUB_KINDS, BodyKind, BodyPostDraft, PostRole
from altdesk.domain.fold import fold
from altdesk.domain.marking import N_

_KINDS = (
    (BodyKind.STUDENT_RESIDENCE, "студенттер үйі", "дом студентов", "жатақхана", "общежити", "residence", "dormitory"),
    (BodyKind.STUDENT_GOVERNMENT, "үкімет", "правительств", "СҮ", "сту", "парламент", "government"),
    (BodyKind.SPORTS_SECTION, "секция", "спорт", "section", "sport"),
    (BodyKind.HOBBY_CIRCLE, "үйірме", "кружок", "circle"),
    (BodyKind.STUDENT_CLUB, "клуб", "club"),
    (BodyKind.COUNCIL, "кеңес", "совет", "комитет", "council", "committee"),
)
_ROLES = (
    (PostRole.DEPUTY, "орынбасар", "заместител", "зам", "вице", "deputy", "vice"),
    (PostRole.CHAIR, "төраға", "төрайым", "председател", "президент", "chair", "president", "премьер"),
    (PostRole.SECRETARY, "хатшы", "секретар", "secretary"),
)
_KIND_WORDS = tuple((kind, tuple(map(fold, words))) for kind, *words in _KINDS)
_ROLE_WORDS = tuple((role, tuple(map(fold, words))) for role, *words in _ROLES)


GOVERNMENT, GOVERNMENT_SHORT = "Студенттік үкімет", "СҮ"
"""What §3.2 writes short is the student government in every record of §5.6."""
_GOVERNMENT = frozenset(map(fold, (GOVERNMENT, "Студенческое правительство", "Student government")))

_LED = (
    BodyPostDraft(N_("Chairperson"), 1, role=PostRole.CHAIR),
    BodyPostDraft(N_("Deputy chairperson"), 1, role=PostRole.DEPUTY),
    BodyPostDraft(N_("Secretary"), 1, role=PostRole.SECRETARY),
    BodyPostDraft(N_("Member")),
)
_HEADED = (BodyPostDraft(N_("Head"), 1, role=PostRole.CHAIR), BodyPostDraft(N_("Member")))


def usual_posts(kind: BodyKind) -> tuple[BodyPostDraft, ...]:
    """The posts a new body of this kind begins with; their titles are marked texts."""
    return _HEADED if kind in CLUB_KINDS else _LED


def is_government(name: str) -> bool:
    """Whether a name is the plain one of the student government, not of one among several."""
    return fold(name) in _GOVERNMENT


def written_out(name: str) -> str:
    """«СҮ» written in full; any other name as it is."""
    return GOVERNMENT if fold(name) == fold(GOVERNMENT_SHORT) else name


def kind_of(name: str) -> BodyKind | None:
    """The kind of body a name speaks of; None when it does not say."""
    key = f" {fold(name)}"
    for kind, words in _KIND_WORDS:
        if any(f" {word}" in key if len(word) > 3 else word in key.split() for word in words):
            return kind
    return None


def role_of(title: str) -> PostRole:
    """What the holder of a post of this title does at a meeting."""
    words = fold(title).split()
    for role, beginnings in _ROLE_WORDS:
        if any(word.startswith(beginnings) for word in words):
            return role
    return PostRole.NONE


def post_of(title: str) -> BodyPostDraft:
    """A post of this title as it usually is: one chair, one secretary, and any number of everybody else."""
    role = role_of(title)
    return BodyPostDraft(title, 1 if role in {PostRole.CHAIR, PostRole.SECRETARY} else 0, role=role)
