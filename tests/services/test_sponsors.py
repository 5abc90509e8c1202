"""Sponsors' funds: what is refused, what totals are, and how long a sponsor is there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from altdesk.desk import Desk
from altdesk.domain.academic_year import YearStart, academic_year
from altdesk.domain.errors import Refusal
from altdesk.domain.money import MOST, from_tiyn, to_tiyn, total
from altdesk.domain.sponsors import DonationDraft, DonationsQuery, SponsorDraft
from altdesk.services import bin as bin_service
from altdesk.services import sponsors, year_records
from altdesk.services.find import find
from altdesk.services.papers import year_records as papers
from db.models.events import event

DAY, TODAY = date(2026, 10, 2), date(2026, 11, 22)
YEAR = academic_year(DAY, YearStart())
SUM = Decimal("150000.50")
NAMES = ["Арна", "Әлем", "Бақ", "Кеме", "Қанат"]  # in Kazakh order


def give(desk: Desk, sponsor: str = "«Үлгі» ЖШС", amount: Decimal | None = SUM, on: date = DAY, **more: object) -> int:
    draft = DonationDraft(sponsor, amount, received_on=on, **more)  # type: ignore[arg-type]
    made = sponsors.add(desk, draft, TODAY).id
    assert made is not None
    return made


def held(desk: Desk, title: str = "Пікірсайыс турнирі", on: date = DAY) -> int:
    with desk.step("An event") as step:
        return step.add(event, title=title, title_sort=title, starts_on=on, ends_on=on)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (DonationDraft("", SUM, received_on=DAY), "sponsor"),
        (DonationDraft("  ", SUM, received_on=DAY), "sponsor"),
        (DonationDraft("Үлгі", None, received_on=DAY), "amount"),
        (DonationDraft("Үлгі", Decimal(0), received_on=DAY), "amount"),
        (DonationDraft("Үлгі", Decimal(-1), "доп", DAY), "amount"),
        (DonationDraft("Үлгі", Decimal("0.005"), received_on=DAY), "amount"),
        (DonationDraft("Үлгі", MOST + 1, received_on=DAY), "amount"),
        (DonationDraft("Үлгі", SUM), "received_on"),
        (DonationDraft("Үлгі", SUM, received_on=date(2026, 11, 23)), "received_on"),
        (DonationDraft("Үлгі", SUM, received_on=DAY, document="1", document_on=date(2027, 1, 1)), "document_on"),
        (DonationDraft("Үлгі", SUM, received_on=DAY, document_on=DAY), "document"),
        (DonationDraft("Үлгі", SUM, received_on=DAY, event_id=77), "event_id"),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(desk: Desk, draft: DonationDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        sponsors.add(desk, draft, TODAY)
    assert refused.value.field == field
    assert sponsors.count(desk, DonationsQuery()) == 0
    assert sponsors.all_sponsors(desk) == []


def test_help_in_kind_needs_no_sum(desk: Desk) -> None:
    kept = sponsors.get(desk, give(desk, amount=None, in_kind="40 жинақ"))
    assert (kept.amount, kept.sum, kept.in_kind) == (None, Decimal("0.00"), "40 жинақ")


def test_a_sponsor_is_one_in_small_and_capital_letters(desk: Desk) -> None:
    first = give(desk, "«қазына» ЖШС")
    give(desk, "  «ҚАЗЫНА»  ЖШС ")
    (known,) = sponsors.all_sponsors(desk)
    assert (known.name, known.times, known.amount) == ("«қазына» ЖШС", 2, SUM * 2)
    sponsors.save(desk, first, DonationDraft("«Қазына» ЖШС", SUM, received_on=DAY), TODAY)
    (known,) = sponsors.all_sponsors(desk)
    assert (known.name, known.times) == ("«Қазына» ЖШС", 2)


def test_a_sponsor_is_there_as_long_as_something_names_it(desk: Desk) -> None:
    first = give(desk, "Ромашкаа")
    sponsors.save_sponsor(desk, sponsors.get(desk, first).sponsor_id, SponsorDraft("Ромашкаа", "8 700"))
    sponsors.save(desk, first, DonationDraft("Ромашка", SUM, received_on=DAY), TODAY)
    (known,) = sponsors.all_sponsors(desk)
    assert (known.name, known.contacts) == ("Ромашка", "8 700")
    assert [hit.title for hit in find(desk, "ромаш")] == ["Ромашка"]
    sponsors.bin_(desk, [first])
    assert sponsors.all_sponsors(desk) == []
    assert find(desk, "ромаш") == []
    bin_service.restore(desk, [("donation", first)])
    assert [hit.kind for hit in find(desk, "ромаш")] == ["sponsor"]


def test_a_sponsor_cannot_take_the_name_of_another(desk: Desk) -> None:
    give(desk, "Үлгі")
    other = sponsors.get(desk, give(desk, "Мысал")).sponsor_id
    with pytest.raises(Refusal) as refused:
        sponsors.save_sponsor(desk, other, SponsorDraft("ҮЛГІ"))
    assert refused.value.field == "name"
    with pytest.raises(Refusal):
        sponsors.save_sponsor(desk, other, SponsorDraft(" "))
    sponsors.save_sponsor(desk, other, SponsorDraft("мысал"))


def test_a_list_is_found_by_sponsor_event_document_and_help(desk: Desk) -> None:
    event_id = held(desk)
    give(desk, "«Үлгі» ЖШС", event_id=event_id, document="Шарт № 12-Д")
    give(desk, "«Мысал» АҚ", amount=None, in_kind="автобус")
    for text, names in (("улги", ["«Үлгі» ЖШС"]), ("автоб", ["«Мысал» АҚ"]), ("шарт 12", ["«Үлгі» ЖШС"]), ("жок", [])):
        found = sponsors.lines(desk, sponsors.ids(desk, DonationsQuery(text=text)))
        assert [each.sponsor for each in found] == names
        assert sponsors.totals(desk, DonationsQuery(text=text)).count == len(names)


@pytest.mark.parametrize("sort", ["received_on", "sponsor", "amount", "event"])
@pytest.mark.parametrize("descending", [False, True])
def test_a_list_is_sorted_both_ways_and_holds_every_row_once(desk: Desk, sort: str, descending: bool) -> None:
    made = [
        give(desk, name, Decimal(n), date(2026, 10, n))
        for n, name in enumerate(("Әлем", "Бақ", "Арна", "Қанат", "Кеме"), 1)
    ]
    query = DonationsQuery(sort=sort, descending=descending)
    found = sponsors.ids(desk, query)
    assert sorted(found) == made
    assert sponsors.ids(desk, query, 2) == found[:2]
    if sort == "sponsor":
        names = [each.sponsor for each in sponsors.lines(desk, found)]
        assert names == (NAMES[::-1] if descending else NAMES)


def test_an_event_shows_what_it_was_given(desk: Desk) -> None:
    great, small = held(desk, "Фестиваль"), held(desk, "Турнир")
    give(desk, amount=Decimal("100.10"), event_id=small)
    give(desk, amount=Decimal("200.20"), event_id=great)
    give(desk, amount=Decimal("0.01"), event_id=great)
    give(desk, amount=Decimal("999"))
    found = [(each.event, each.count, each.amount) for each in sponsors.by_event(desk, YEAR)]
    assert found == [
        ("Фестиваль", 2, Decimal("200.21")),
        ("Турнир", 1, Decimal("100.10")),
        ("", 1, Decimal("999.00")),
    ]
    assert {each.id for each in sponsors.events(desk)} == {great, small}
    assert sponsors.event_called(desk, "Фестиваль") == great


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 8, 31), "2025-2026"), (date(2026, 9, 1), "2026-2027"), (DAY, "2026-2027")]
)
def test_a_day_on_the_border_belongs_to_one_year(desk: Desk, day: date, year: str) -> None:
    give(desk, on=day)
    counted = {period.name: sponsors.total(desk, period).count for period in year_records.years(desk, TODAY)}
    assert {name for name, number in counted.items() if number} == {year}
    assert year_records.latest(desk, "sponsors", TODAY).name == year


@given(st.lists(st.tuples(st.integers(1, to_tiyn(MOST)), st.dates(date(2020, 1, 1), TODAY)), max_size=12))
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
def test_totals_are_exact_and_equal_the_records_they_open(
    tmp_path_factory: pytest.TempPathFactory, given_: list[tuple[int, date]]
) -> None:
    with Desk.open(tmp_path_factory.mktemp("sums") / "desk", "en") as desk:
        for number, (tiyn, day) in enumerate(given_):
            give(desk, f"Демеуші {number % 3}", from_tiyn(tiyn), day)
        for period in year_records.years(desk, TODAY):
            records = sponsors.donations(desk, period)
            of = sponsors.total(desk, period)
            assert of.amount == total(each.sum for each in records)
            assert of.count == len(records) == sponsors.count(desk, DonationsQuery(period=period))
        whole = sponsors.totals(desk, DonationsQuery())
        assert whole.amount == from_tiyn(sum(tiyn for tiyn, _ in given_))
        assert whole.amount == total(each.amount for each in sponsors.all_sponsors(desk))
        assert whole.amount == total(each.amount for each in sponsors.by_event(desk))


def test_the_list_of_a_year_is_a_paper_with_its_total(desk: Desk) -> None:
    give(desk, on=DAY)
    give(desk, on=date(2025, 10, 1))
    paper = papers.sponsors_list(desk, DonationsQuery(period=YEAR, descending=False), on=TODAY)
    assert [row.received_on for row in paper.data.rows] == [DAY]
    assert paper.data.year == "2026-2027"
