"""Catalogues of the translations: collect the texts of the program, update the .po files, check that they are complete.

python resources/translations/catalogues.py update   # new texts come in empty, those gone go out
python resources/translations/catalogues.py check    # exit 1 and one line a fault
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LANGUAGES = ("kk", "ru", "en")
PLURALS = {
    "kk": (1, "0"),  # a Kazakh noun after a number stays in the singular
    "ru": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"),
    "en": (2, "(n != 1)"),
}
KEYWORDS = {"N_": None, "_": None, "say": None, "plural": (1, 2)}
PAPER_KEYWORDS = {"N_": None}  # in the room of the forms say() names a word of a paper, see altdesk/forms/words/
PASSING = tuple(  # lines of a .po header that would differ at every run, or say nothing
    f'"{name}' for name in ("Report-", "POT-", "PO-", "Last-", "Language-Team", "Generated-By", "Project-Id")
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def texts() -> Catalog:
    """Every text of the program that a person may see, in the order of the files."""
    found = Catalog(project="altdesk", charset="utf-8")
    method = [("**.py", "python")]
    for room in ("altdesk", "ui", "db"):
        for file, line, text, comments, context in extract_from_dir(ROOT / room, method, keywords=KEYWORDS):
            if text and text != ("", "") and not file.startswith("forms/"):
                found.add(text, None, [(f"{room}/{file}", line)], auto_comments=comments, context=context)
    for file, line, text, comments, context in extract_from_dir(
        ROOT / "altdesk/forms", method, keywords=PAPER_KEYWORDS
    ):
        found.add(text, None, [(f"altdesk/forms/{file}", line)], auto_comments=comments, context=context)
    return found


def po(language: str) -> Path:
    return HERE / language / "LC_MESSAGES" / "altdesk.po"


def kept(language: str) -> Catalog:
    """The catalogue of a language as it stands."""
    if not po(language).exists():
        made = Catalog(locale=language, project="altdesk", charset="utf-8")
    else:
        made = read_po(io.BytesIO(po(language).read_bytes()), locale=language)
    made._num_plurals, made._plural_expr = PLURALS[language]
    return made


def update() -> None:
    """Bring the .po files up to the texts of the program; English texts are their own translation."""
    wanted = texts()
    for language in LANGUAGES:
        old = kept(language)
        new = Catalog(locale=language, project="altdesk", charset="utf-8", fuzzy=False, header_comment="# altdesk")
        new._num_plurals, new._plural_expr = old._num_plurals, old._plural_expr
        for message in wanted:
            if message.id:
                new.add(message.id, _said(old, message, language))
        po(language).parent.mkdir(parents=True, exist_ok=True)
        written = io.BytesIO()
        write_po(written, new, width=0, sort_output=True, no_location=True)
        lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
        po(language).write_text("".join(line for line in lines if not line.startswith(PASSING)), encoding="utf-8")


def _said(old: Catalog, message: Message, language: str) -> str | tuple[str, ...]:
    known = old.get(message.id)
    if known is not None and known.string and known.pluralizable == message.pluralizable:
        return known.string  # type: ignore[no-any-return]
    if language == "en":
        return message.id  # type: ignore[no-any-return]
    return tuple("" for _ in range(old.num_plurals)) if message.pluralizable else ""


def faults(language: str) -> Iterator[str]:
    """What is missing or wrong in a language, one line each."""
    old = kept(language)
    wanted = texts()
    for message in wanted:
        if not message.id:
            continue
        known = old.get(message.id)
        name = message.id if isinstance(message.id, str) else message.id[0]
        if known is None:
            yield f"{language}: not in the catalogue: {name!r}"
            continue
        said = known.string if isinstance(known.string, tuple | list) else (known.string,)
        if not all(said):
            yield f"{language}: not translated: {name!r}"
        elif any(set(PLACEHOLDER.findall(part)) - _placeholders(message) for part in said):
            yield f"{language}: other placeholders: {name!r}"
        elif (
            "%" in name
            and not isinstance(message.id, tuple | list)
            and _placeholders(message) - set(PLACEHOLDER.findall(said[0]))
        ):
            yield f"{language}: a placeholder is lost: {name!r}"
    for message in old:
        if message.id and wanted.get(message.id) is None:
            yield f"{language}: no longer in the program: {message.id!r}"


def missed() -> Iterator[str]:
    """Texts that the collector does not see: inside an f-string, or a countable text that is not written in place."""
    known = {text for message in texts() for text in (message.id if message.pluralizable else (message.id,))}
    for room in ("altdesk", "ui", "db"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(call, ast.Call) or not call.args or "forms" in file.parts:
                    continue
                name, first = getattr(call.func, "id", getattr(call.func, "attr", "")), call.args[0]
                text = first.value if isinstance(first, ast.Constant) else None
                in_place = isinstance(first, ast.Constant) or name != "plural"
                if name in KEYWORDS and (not in_place or (isinstance(text, str) and text not in known)):
                    yield f"not collected: {file.relative_to(ROOT)}:{call.lineno}"


def _placeholders(message: Message) -> set[str]:
    every = message.id if isinstance(message.id, tuple | list) else (message.id,)
    return {name for text in every for name in PLACEHOLDER.findall(text)}


def check() -> int:
    """Print every fault; 1 when there is one."""
    found = [*missed(), *(fault for language in LANGUAGES for fault in faults(language))]
    sys.stdout.write("".join(f"{fault}\n" for fault in found))
    sys.stdout.write(f"{len(list(texts())) - 1} texts, {len(found)} faults\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(update() if sys.argv[1:] == ["update"] else check())
