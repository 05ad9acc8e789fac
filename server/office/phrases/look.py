"""What a list of wordings or of clauses is filtered by, and how it reads in Excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from server.office.excel import Column, Kind
from server.office.listing import Query
from server.office.text import Wording
from server.store.clause import Clause, ClauseFilter
from server.store.phrase import PhraseFilter
from shared.model.phrase import Phrase
from shared.model.template import Certainty, HazardGrade


def wanted_phrases(asked: Query) -> PhraseFilter:
    """Read the filter of the list of wordings from its address."""
    return PhraseFilter(
        asked.text("q"),
        asked.text("code"),
        asked.member("grade", HazardGrade),
        asked.text("clause"),
        with_retired=bool(asked.text("retired")),
    )


def wanted_clauses(asked: Query, *, with_remembered: bool) -> ClauseFilter:
    """Read the filter of the list of clauses from its address."""
    return ClauseFilter(asked.text("q"), asked.member("certainty", Certainty), with_remembered=with_remembered)


def columns_of(words: Wording, *, is_editor: bool) -> Sequence[Column[Phrase]]:
    """Return the columns of the library in Excel; an editor's file can be brought in again and names every clause."""
    return (
        Column(words("phrases.words"), lambda one: one.words.zh, width=40),
        Column(words("phrases.words_en"), lambda one: one.words.en, width=40),
        Column(words("phrases.codes"), lambda one: " ".join(one.codes)),
        Column(words("phrases.measures"), lambda one: one.measures.zh, width=40),
        Column(words("phrases.measures_en"), lambda one: one.measures.en, width=40),
        Column(words("phrases.grade"), lambda one: words.of(one.grade) if one.grade else None),
        Column(words("phrases.days"), lambda one: one.days, Kind.NUMBER, 10),
        Column(words("phrases.clause"), lambda one: one.clause if is_editor else one.basis, width=24),
        Column(words("phrases.certainty"), lambda one: words.of(one.certainty)),
        Column(words("phrases.version"), lambda one: one.version, Kind.NUMBER, 8),
        Column(words("field.phrase_id"), lambda one: one.id, width=24),
    )


def clause_columns(words: Wording, titles: Mapping[str, str]) -> Sequence[Column[Clause]]:
    """Return the columns of the list of clauses in Excel; ``titles`` name the checklists."""
    return (
        Column(words("phrases.clause"), lambda one: one.name, width=40),
        Column(words("phrases.certainty"), lambda one: "、".join(words.of(sure) for sure in one.certainties), width=24),
        Column(words("phrases.named_by_phrases"), lambda one: one.phrases, Kind.NUMBER, 10),
        Column(words("phrases.named_by_items"), lambda one: one.items, Kind.NUMBER, 10),
        Column(words("phrases.named_in"), lambda one: "、".join(titles.get(of, of) for of in one.templates), width=40),
    )
