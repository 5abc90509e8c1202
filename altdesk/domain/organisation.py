"""The organisation as typed once: names for the heads of papers in both languages, and the people who sign."""

from __future__ import annotations

from dataclasses import dataclass

from altdesk.domain.twins import Name, twin

Signatory = tuple[Name, str]  # post, one-line name


@dataclass(frozen=True)
class Organisation:
    """Names, the department, and the signatories (post and one-line name); empty until typed.

    What ends in `_ru` stands on Russian papers; where it is empty, they have the Kazakh one.
    """

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
    name_ru: str = ""
    department_ru: str = ""
    secretary_post_ru: str = ""
    director_post_ru: str = ""
    approver_post_ru: str = ""
    rector_post_ru: str = ""

    @property
    def in_both(self) -> Name:
        """Its name for the head of a paper."""
        return twin(self.name, self.name_ru)

    @property
    def department_in_both(self) -> Name:
        return twin(self.department, self.department_ru)

    @property
    def secretary_signs(self) -> Signatory:
        return twin(self.secretary_post, self.secretary_post_ru), self.secretary

    @property
    def director_signs(self) -> Signatory:
        return twin(self.director_post, self.director_post_ru), self.director

    @property
    def approver_signs(self) -> Signatory:
        return twin(self.approver_post, self.approver_post_ru), self.approver

    @property
    def rector_signs(self) -> Signatory:
        return twin(self.rector_post, self.rector_post_ru), self.rector

    def post_in_russian(self, post: str) -> str:
        """The Russian of a signatory's post, however a record came by it; empty for any other post."""
        posts = (
            (self.secretary_post, self.secretary_post_ru),
            (self.director_post, self.director_post_ru),
            (self.approver_post, self.approver_post_ru),
            (self.rector_post, self.rector_post_ru),
        )
        return next((ru for kk, ru in posts if post and kk.casefold() == post.casefold()), "")
