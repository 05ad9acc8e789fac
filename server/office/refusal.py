"""Say a rule's refusal beside the field it is about, in the reader's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from server.office.form import Form
from server.office.text import catalogue
from shared.errors import EvidenceMissingError, NotPermittedError, RuleError

# Where the name of a missing piece of evidence is not the name of the form's field.
FIELDS: Final[Mapping[str, str]] = {
    "photo": "photos",
    "after_photo": "photos",
    "recheck_photo": "photos",
    "deadline": "deadline_on",
    "signature": "signed",
    "outcome_document": "ref",
    "repaired_by": "done_by",
}


def tell(form: Form, error: RuleError, *, named: Callable[[str], str] = str) -> None:
    """Note what ``error`` says in ``form``; ``named`` shapes the names of fields that are there once per line."""
    if isinstance(error, EvidenceMissingError):
        for name in cast("Iterable[str]", error.facts.get("missing", ())):
            form.wrong(named(FIELDS.get(name, name)), known(f"missing.{name}", "form.missing"))
    elif isinstance(error, NotPermittedError):
        form.wrong("", known(f"rule.{error.facts.get('rule')}", "rule.needs_role"))
    else:
        form.wrong("", known(f"refusal.{error.facts.get('why')}", "refusal.moved_on"))


def known(key: str, otherwise: str) -> str:
    """Return ``key`` if there is such a text."""
    return key if key in catalogue() else otherwise
