"""The organisation as typed once: names for the heads of papers, and the people who sign."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Organisation:
    """Names, the department, and the signatories (post and one-line name); empty until typed."""

    name: str = ""
    department: str = ""
    city: str = ""
    secretary_post: str = ""
    secretary: str = ""
    director_post: str = ""
    director: str = ""
    approver_post: str = ""
    approver: str = ""
    rector_post: str = ""
    rector: str = ""
    welcomed: bool = False
