"""Money in forms and on pages: yuan as people write them, fen (0.01 yuan) as they are kept."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from server.office.form import Form

MOST_YUAN: Final = 1_000_000_000


def read_fen(form: Form, name: str) -> int | None:
    """Read an amount in yuan, such as ``1,200.50``, as fen; None if nothing is said."""
    typed = form.line(name).replace(",", "").replace("，", "").removeprefix("¥").removeprefix("￥").removesuffix("元")
    if not typed.strip():
        return None
    try:
        yuan = Decimal(typed.strip())
    except InvalidOperation:
        form.wrong(name, "form.not_an_amount")
        return None
    if not yuan.is_finite() or not 0 <= yuan <= MOST_YUAN or yuan != round(yuan, 2):
        form.wrong(name, "form.not_an_amount")
        return None
    return int(yuan * 100)


def yuan(fen: int | None) -> str:
    """Write fen as a field of a form holds yuan; nothing for None."""
    if fen is None:
        return ""
    return f"{fen // 100}" if fen % 100 == 0 else f"{fen / 100:.2f}"
