"""One inspection of a unit by several people: who signs, which number joins the records of several tablets, what they sum to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shared.model.inspection import Inspection
from shared.model.template import Section, Template

_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What a number's last part is written in: nothing that is misread or misheard."""


def visit_no(on: date, record: str) -> str:
    """Write the number of an inspection that several tablets may record: FJ-20261123-K7Q2, its end taken from an id."""
    number = int(record.replace("-", "")[-5:], 16)
    end = ""
    for _ in range(4):
        number, sign = divmod(number, len(_SIGNS))
        end = _SIGNS[sign] + end
    return f"FJ-{on:%Y%m%d}-{end}"


def signers_of(template: Template, record: Inspection) -> tuple[str, ...]:
    """List who signs a record, in order: the form's signers, and after the inspector each other inspector along."""
    others = tuple(co_signer(index) for index, _ in enumerate(record.inspectors))
    if "inspector" not in template.signers:
        return (*others, *template.signers)
    place = template.signers.index("inspector") + 1
    return (*template.signers[:place], *others, *template.signers[place:])


def co_signer(index: int) -> str:
    """Name the signer that the inspector at ``index`` of ``Inspection.inspectors`` is: inspector_2 and so on."""
    return f"inspector_{index + 2}"


def name_of_signer(record: Inspection, signer: str) -> str:
    """Return the name of an inspector who signs beside the author, empty for any other signer."""
    named = {co_signer(index): name for index, name in enumerate(record.inspectors)}
    return named.get(signer, "")


def parts_of(template: Template) -> tuple[Section, ...]:
    """List the parts of a form that an inspection may be confined to: the sections that look for hazards.

    What stands around them (head, conclusion) is always asked.
    """
    sought = {item.section for item in template.items if item.category}
    return tuple(section for section in template.sections if section.name in sought)


def of_visit(record: Inspection, others: Iterable[Inspection]) -> tuple[Inspection, ...]:
    """List the records of the same inspection beside ``record``, without those that a newer version corrects."""
    if not record.visit:
        return ()
    mine = [one for one in others if one.visit == record.visit and one.site == record.site]
    amended = {one.amends for one in (record, *mine)}
    return tuple(
        sorted(
            (one for one in mine if one.id not in amended | {record.id}), key=lambda one: (one.started_at.wall, one.id)
        )
    )
