"""What templates about papers call: the papers that a notice can be had as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from server.office.papers.notice import COPIES
from server.office.parts import office
from server.office.reader import reader
from server.store.hazard import rechecks_of
from server.store.word_form import WordForm, word_forms
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
    with office().store.reading() as tx:
        rounds = sorted({made.round for one in hazards for made in rechecks_of(tx, one.id)})
        forms = word_forms(tx, who.viewer, notice.site) if who.viewer.sees_all_of(notice.site) else []
    found += [pdf("recheck", f"{notice.id}.{n}", say("papers.pdf_recheck", n=n)) for n in rounds]
    return [*found, *(_word(notice, one) for one in forms)]


def _word(notice: Notice, form: WordForm) -> PaperLink:
    address = url_for("papers.send_notice", form=form.id, record=notice.id)
    return PaperLink(address, f"Word · {form.name}", is_file=True)
