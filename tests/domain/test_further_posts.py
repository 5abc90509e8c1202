"""Further posts in words: what is written on a line is read from it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.people import Post, posts_in_words, read_posts

PLAIN = st.text(st.sampled_from("абқ әA1-."), min_size=1, max_size=8).map(str.strip).filter(bool)
BRACKETED = st.builds("{} ({})".format, PLAIN, PLAIN)
POSTS = st.builds(Post, PLAIN | BRACKETED, st.just("") | PLAIN | BRACKETED)


@given(st.lists(POSTS, max_size=4))
def test_posts_are_read_as_they_were_written(posts: list[Post]) -> None:
    assert read_posts(posts_in_words(posts)) == tuple(posts)


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("Оқытушы", Post("Оқытушы")),
        ("Оқытушы (Энергетика институты)", Post("Оқытушы", "Энергетика институты")),
        ("Куратор (Вагондар кафедрасы (үлгі))", Post("Куратор", "Вагондар кафедрасы (үлгі)")),
        ("Маман (1 санат) (ТжӘЖД)", Post("Маман (1 санат)", "ТжӘЖД")),
        ("Маман (1 санат) ()", Post("Маман (1 санат)")),
        ("(басы жоқ", Post("(басы жоқ")),
        ("соңы жоқ)", Post("соңы жоқ)")),
    ],
)
def test_the_last_brackets_hold_the_unit(line: str, post: Post) -> None:
    assert Post.read(line) == post
