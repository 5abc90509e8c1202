"""Copies and norms on the command line: lists as data, papers as files."""

from __future__ import annotations

from datetime import date

import pytest

from altdesk.domain.copies import Handed, HandoverDraft, Recipient
from altdesk.domain.norms import NormDraft, NormKind, NormState
from altdesk.services import copies, documents, handovers, norms
from tests.cli.conftest import Terminal

GIVEN = date(2026, 9, 2)


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """A document whose first revision was replaced: one copy back, one to collect, one of the new revision."""
    with terminal.desk() as make:
        document = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
        old = make.revision_in_force(document)
        holders = [Recipient("Асанов Айгүл", "Маман", "Деканат"), Recipient(unit="ЖСК")]
        made = copies.give(make.desk, old, holders, GIVEN).id
        assert made is not None
        handovers.add(make.desk, old, HandoverDraft(Handed.BOTH, 12, date(2026, 9, 3), place="АССД"))
        documents.add_revision(make.desk, document, 2, date(2026, 11, 1))
        copies.take_back(make.desk, [made], date(2026, 11, 2))
        copies.give(make.desk, make.revision_in_force(document), holders[:1], date(2026, 11, 2))
        law = norms.add(make.desk, NormDraft("№ 285-V", "Жастар саясаты туралы")).id
        own = norms.add(make.desk, NormDraft("ҚР-ALT-01", "Басқару", NormKind.INTERNAL)).id
        assert law is not None
        assert own is not None
        norms.cite(make.desk, document, [law, own])
        norms.mark(make.desk, law, NormState.CHANGED, date(2026, 10, 1))
    return terminal


def test_copies_are_listed_with_their_states(filled: Terminal) -> None:
    found = filled("list copies --json").data
    assert [(each["document"], each["revision"], each["number"], each["holder"], each["unit"]) for each in found] == [
        ("ЖН-ALT-40", 1, 1, "Асанов Айгүл", "Деканат"),
        ("ЖН-ALT-40", 1, 2, "", "ЖСК"),
        ("ЖН-ALT-40", 2, 3, "Асанов Айгүл", "Деканат"),
    ]
    assert [each["state"] for each in found] == ["returned", "to_collect", "out"]
    assert (found[0]["kind"], found[0]["given_on"], found[0]["returned_on"]) == ("paper", "2026-09-02", "2026-11-02")
    assert [each["number"] for each in filled("list copies --json --state to_collect").data] == [2]
    assert [each["number"] for each in filled("list copies --json --search жск").data] == [2]
    assert "To collect" in filled("list copies").lines[2]


def test_copies_are_printed_by_document_or_those_to_collect_of_all(filled: Terminal) -> None:
    for options in ("--document ЖН-АЛТ-40", "--document ЖН-ALT-40 --collect", "--collect"):
        out = filled.data.parent / "copies.pdf"
        said = filled(f"print copies {options} --json", "--out", str(out)).data
        assert said["pages"] == 1
        assert out.read_bytes().startswith(b"%PDF")
        out.unlink()
    assert "--document is missing" in filled("print copies", "--out", "x.pdf", code=2).err


def test_where_nothing_is_to_collect_one_line_says_so(terminal: Terminal) -> None:
    with terminal.desk() as make:
        make.document("ЖН-ALT-40")
    assert "No copy has to be collected" in terminal("print copies --collect", "--out", "x.pdf", code=1).err


def test_a_receipt_is_printed_also_before_anything_is_handed_over(filled: Terminal) -> None:
    for options in ("", "--revision 1"):
        out = filled.data.parent / "handover.docx"
        assert filled(f"print handover --document ЖН-ALT-40 {options} --json", "--out", str(out)).data["pages"] == 1
        assert out.exists()
        out.unlink()
    assert (
        "no such revision" in filled("print handover --document ЖН-ALT-40 --revision 9", "--out", "x.pdf", code=1).err
    )


def test_norms_are_listed_with_who_cites_them_and_who_must_look_again(filled: Terminal) -> None:
    found = filled("list norms --json").data
    assert found[0] == {
        "designation": "№ 285-V",
        "title": "Жастар саясаты туралы",
        "kind": "law",
        "state": "changed",
        "changed_on": "2026-10-01",
        "documents": ["ЖН-ALT-40"],
        "flagged": ["ЖН-ALT-40"],
    }
    assert (found[1]["designation"], found[1]["state"], found[1]["flagged"]) == ("ҚР-ALT-01", "in_force", [])
    assert "Amended" in filled("list norms").lines[1]


def test_norms_are_printed_all_or_those_of_a_document(filled: Terminal) -> None:
    for options in ("", "--document ЖН-ALT-40"):
        out = filled.data.parent / "norms.pdf"
        assert filled(f"print norms {options} --json", "--out", str(out)).data["pages"] == 1
        out.unlink()


def test_copies_and_norms_go_to_excel(filled: Terminal) -> None:
    for what, rows in (("copies", 3), ("norms", 2)):
        assert filled(f"export {what} --json", str(filled.data.parent / f"{what}.xlsx")).data["rows"] == rows
