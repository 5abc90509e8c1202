"""Bodies of students: posts, terms, the words of clubs and of people's interests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _reference(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "body",
        _id(),
        _text("name"),
        _text("name_sort"),
        _text("fold_key"),
        _text("short_name"),
        _text("kind"),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        _text("quorum_kind"),
        sa.Column("quorum_parts", sa.Integer(), nullable=False),
        sa.Column("quorum_of", sa.Integer(), nullable=False),
        _text("note"),
        sa.Column("founded_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_body_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body")),
    )
    op.create_table(
        "body_post",
        _id(),
        _reference("body_id"),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        _text("title"),
        _text("title_key"),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("votes", sa.Boolean(), nullable=False),
        _text("role"),
        sa.Column("binned_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_body_post_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_post")),
    )
    op.create_index("ix_body_post_body_id", "body_post", ["body_id"], unique=False)
    op.create_table(
        "term",
        _id(),
        _reference("body_id"),
        _reference("body_post_id"),
        _reference("person_id"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        _text("end_reason"),
        _text("note"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_term_body_id")),
        sa.ForeignKeyConstraint(["body_post_id"], ["body_post.id"], name=op.f("fk_term_body_post_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_term_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_index("ix_term_body_post_id", "term", ["body_post_id"], unique=False)
    op.create_index("ix_term_person_id", "term", ["person_id"], unique=False)
    op.create_index("ix_term_body_id_ends_on", "term", ["body_id", "ends_on"], unique=False)
    _words("body_keyword", "body")
    _words("interest", "person")
    op.create_index("ix_interest_fold_key", "interest", ["fold_key"], unique=False)


def _words(name: str, owner: str) -> None:
    op.create_table(
        name,
        _id(),
        _reference(f"{owner}_id"),
        _text("word"),
        _text("fold_key"),
        sa.ForeignKeyConstraint([f"{owner}_id"], [f"{owner}.id"], name=op.f(f"fk_{name}_{owner}_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_{owner}_id", name, [f"{owner}_id"], unique=False)
