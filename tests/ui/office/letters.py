"""Dead letters of every sort, sent to a furnished office as a tablet sends them."""

from __future__ import annotations

from dataclasses import replace

from server.app import Parts
from server.codec import CarefulCodec
from server.letters import Settler, set_aside
from server.store.letter import find_letter
from shared.ids import OpId
from shared.model.inspection import Inspection
from shared.model.place import Point
from shared.sync.messages import Op, Push
from shared.sync.ports import Caller
from shared.wire import encode_object
from tests.builders import SITE, a_reading, an_id
from tests.estate import ROOM, TABLET, Estate, person_id


def send_letters(parts: Parts, estate: Estate) -> dict[str, str]:
    """Send operations that cannot be applied; return the keys of their letters by name."""
    with parts.store.writing() as tx:
        tx.put(replace(tx.get(Point, ROOM), remark="门锁已换", floor="5F"))
        held = tx.get(Inspection, estate.record)
    bodies = {
        "point": (
            "point.patch",
            {"id": ROOM, "base": {"remark": "", "floor": ""}, "set": {"remark": "门锁坏了，推不开", "floor": "6F"}},
        ),
        "hazard": (
            "hazard.transition",
            {"id": estate.hazards["open"], "event": "correct_on_spot", "before": "draft", "base_rev": 1,
             "reason": "纸箱已当场清走"},
        ),
        "lost": ("point.patch", {"id": an_id(0x9F1), "base": {"remark": ""}, "set": {"remark": "新装的门"}}),
        "record": ("inspection.put", {**encode_object(held), "author_rev": 2, "conclusion": "补充：灭火器已补齐"}),
        "broken": ("note.put", {"id": an_id(0x9F5), "site": SITE, "about_kind": "point", "about_id": ROOM, "text": 7}),
        "newer": ("hazard.transition2", {"id": estate.hazards["open"], "event": "later"}),
        "aside": ("note.put", {"id": an_id(0x9F6), "text": "重复的说明"}),
    }  # fmt: skip
    who = person_id("keeper")
    ops = tuple(
        Op(OpId(an_id(0xA00 + n)), n, who, kind, a_reading(), body)
        for n, (kind, body) in enumerate(bodies.values(), start=1)
    )
    parts.exchange.push(
        Caller(TABLET, who, SITE, frozenset({who})), Push(TABLET, "0.1", "", a_reading(), ops), CarefulCodec()
    )
    with parts.store.reading() as tx:
        found = {name: find_letter(tx, op.op_id) for name, op in zip(bodies, ops, strict=True)}
    set_aside(parts.store, found["aside"], Settler(person_id("admin"), "何系统", "与上一条重复"))
    return {name: letter.key for name, letter in found.items()}
