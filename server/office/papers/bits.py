"""What templates about papers call: the papers that a notice can be had as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from server.office.papers.notice import COPIES
from server.office.parts import office
from server.office.reader import reader
from server.store.word_form import word_forms
from shared.model.hazard import Hazard, Notice


@dataclass(frozen=True, slots=True)
class PaperLink:
    """One entry of a menu: a PDF opens in a tab of its own, a Word file is fetched."""

    href: str
    label: str
    is_file: bool = False


def notice_papers(notice: Notice, hazards: Iterable[Hazard]) -> list[PaperLink]:
    """List the papers of a notice: itself, in copies, the reply, each round of rechecks, and on the site's own forms."""
    who = reader()
    say = who.wording

    def pdf(kind: str, record: str, label: str, copies: int | None = None) -> PaperLink:
        return PaperLink(url_for("papers.show_paper", kind=kind, record=record, copies=copies), label)

    found = [
        pdf("notice", notice.id, say("papers.pdf")),
        pdf("notice", notice.id, say("papers.pdf_copies"), len(COPIES)),
        pdf("reply", notice.id, say("papers.pdf_reply")),
    ]
    rounds = max((one.round for one in hazards), default=0)
    found += [pdf("recheck", f"{notice.id}.{n}", say("papers.pdf_recheck", n=n)) for n in range(1, rounds + 1)]
    if who.viewer.sees_all_of(notice.site):
        with office().store.reading() as tx:
            forms = word_forms(tx, who.viewer, notice.site)
        found += [
            PaperLink(url_for("papers.send_notice", form=one.id, record=notice.id), f"Word · {one.name}", is_file=True)
            for one in forms
        ]
    return found
