"""Enrolment: the address and the code that were typed, the step at hand, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from mobile.text import Texts

CODE_LENGTH = 8
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The letters of a code, without those read for one another (0/O, 1/I); as the server makes them."""


@dataclass(frozen=True, slots=True)
class EnrolView:
    """The first screen of a new tablet."""

    title: str = ""
    detail: str = ""
    address: str = ""
    address_title: str = ""
    address_hint: str = ""
    code: str = ""
    code_title: str = ""
    code_cells: tuple[str, ...] = ()
    trouble: str = ""
    button: str = ""
    can_enrol: bool = False
    is_running: bool = False
    language: str = ""


def enrol_view(texts: Texts, address: str, code: str, trouble: str = "", *, is_running: bool = False) -> EnrolView:
    """Make the view of the enrolment screen."""
    return EnrolView(
        title=texts.enrol_title,
        detail=texts.enrol_detail,
        address=address,
        address_title=texts.enrol_step_address,
        address_hint=texts.enrol_address_hint,
        code=code,
        code_title=texts.enrol_step_code,
        code_cells=tuple(code[i] if i < len(code) else "" for i in range(CODE_LENGTH)),
        trouble=trouble,
        button=texts.enrol_running if is_running else texts.enrol_button,
        can_enrol=not is_running and len(code) == CODE_LENGTH and bool(tidy_address(address)),
        is_running=is_running,
        language=texts.language_en if texts.language == "zh" else texts.language_zh,
    )


def tidy_address(typed: str) -> str:
    """Return the server's base URL as it was meant, `http://` added where it is missing; empty if it is none."""
    text = typed.strip().rstrip("/").replace("：", ":").replace("。", ".")
    if text and "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.hostname and port_is_fine else ""
