"""What a list of wordings is filtered by, how it reads in Excel, and the clauses that are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.office.excel import Column, Kind
from server.office.listing import Query
from server.office.text import Wording
from shared.model.phrase import Phrase
from shared.model.template import Certainty, HazardGrade, Template


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: how sure its sources are, how many wordings in use name it, and how many lines of which checklists."""

    name: str
    certainties: tuple[Certainty, ...]
    phrases: int
    items: int
    templates: tuple[Template, ...]


def matching(every: Iterable[Phrase], asked: Query) -> list[Phrase]:
    """Return the wordings that an address asks for, by code. The library is some hundred wordings and read whole."""
    text, code = asked.text("q").casefold(), asked.text("code").casefold()
    grade, with_retired = asked.member("grade", HazardGrade), bool(asked.text("retired"))

    def fits(one: Phrase) -> bool:
        texts = (one.words.zh, one.words.en, one.measures.zh, one.measures.en, one.clause)
        codes = (held.casefold() for held in one.codes)
        return (
            (with_retired or not one.is_retired)
            and (not text or any(text in said.casefold() for said in texts))
            and (not code or any(held == code or held.startswith(f"{code}-") for held in codes))
            and (not grade or (one.grade is not None and one.grade.value == grade))
        )

    return sorted(filter(fits, every), key=lambda one: (not one.codes, one.codes, one.id))


def columns_of(words: Wording) -> Sequence[Column[Phrase]]:
    """Return the columns of the library in Excel."""
    return (
        Column(words("phrases.words"), lambda one: one.words.zh, width=40),
        Column(words("phrases.words_en"), lambda one: one.words.en, width=40),
        Column(words("phrases.codes"), lambda one: " ".join(one.codes)),
        Column(words("phrases.measures"), lambda one: one.measures.zh, width=40),
        Column(words("phrases.measures_en"), lambda one: one.measures.en, width=40),
        Column(words("phrases.grade"), lambda one: words.of(one.grade) if one.grade else None),
        Column(words("phrases.days"), lambda one: one.days, Kind.NUMBER, 10),
        Column(words("phrases.clause"), lambda one: one.basis, width=24),
        Column(words("phrases.certainty"), lambda one: words.of(one.certainty)),
        Column(words("phrases.version"), lambda one: one.version, Kind.NUMBER, 8),
    )


def clauses(every: Iterable[Phrase], known: Iterable[Template], *, with_remembered: bool) -> list[Clause]:
    """List the clauses that wordings in use and the newest checklists name, by name.

    One that is only remembered is no basis: it is listed for those who may put that right (``with_remembered``).
    """
    sure: dict[str, dict[Certainty, None]] = {}
    worded: dict[str, int] = {}
    lines: dict[str, list[Template]] = {}
    for phrase in every:
        if phrase.clause and not phrase.is_retired:
            sure.setdefault(phrase.clause, {})[phrase.certainty] = None
            worded[phrase.clause] = worded.get(phrase.clause, 0) + 1
    for template in known:
        for item in template.items:
            if item.clause:
                sure.setdefault(item.clause, {})[item.certainty] = None
                lines.setdefault(item.clause, []).append(template)
    return [
        Clause(
            name,
            tuple(sure[name]),
            worded.get(name, 0),
            len(lines.get(name, [])),
            tuple({template.id: template for template in lines.get(name, [])}.values()),
        )
        for name in sorted(sure)
        if with_remembered or set(sure[name]) != {Certainty.MEMORY}
    ]
