"""A filled-in form, what the desk notes when it is printed, and who signs lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from altdesk.desk import Changed
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.organisation import Organisation, Signatory
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.render import Rendered


@dataclass(frozen=True)
class Noted:
    """What the desk notes when a paper leaves it: a user verb, and the name of the step it makes."""

    verb: Callable[[Rendered, PrintOptions, date], Changed]
    label: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """A filled-in form, ready to be looked at and printed; `number` is that of the kept sheet it is printed from."""

    form: Form[Any]
    data: Any
    noted: Noted | None = None
    number: int | None = None


def signed_by(heads: Organisation) -> tuple[Signatory, ...]:
    """The secretary answers for the lists; nobody does until one is named."""
    return (signing(heads.secretary_signs),) if heads.secretary.strip() else ()


def signing(who: Signatory) -> Signatory:
    """A signatory with the name as in a signature; nobody named stays so."""
    post, name = who
    return post, signature_name(split_full_name(name).parts) if name.strip() else ""
