"""Texts of every kind, the worst included."""

from __future__ import annotations

from hypothesis import strategies as st

anything = st.text(st.characters(exclude_categories=()))
hostile = st.text(
    st.sampled_from("аАәiIəcчhyКk kс́̆ë'’-.,5012\u00a0\u200f\u202e\x00\x1b\n\ud800\udc00😀שمﬁＨ№½٣ǅß\u200d\ufeff\uffff"),
    max_size=12,
)
any_text = anything | hostile
