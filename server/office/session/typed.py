"""What somebody typed into a page whose session ended meanwhile: it goes along while they sign in, and then on.

Nothing of it is stored: the words travel in the sign-in page and back again, and are sent on only when the person says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Request

_SECRET: Final = frozenset({"old", "new", "again", "password", "pin", "secret", "url"})
"""Fields of forms that hold something secret; such a form is not carried along."""
_TO, _FIELDS, _FILES = "typed_to", "typed", "typed_files"


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that could not be taken: its address, its fields, and which of them brought files (those do not travel)."""

    to: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...] = ()

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """The hidden fields that carry it through the sign-in page."""
        return (_TO, self.to), (_FIELDS, urlencode(self.fields)), (_FILES, ",".join(self.files))


def typed_into(request: Request) -> Typed | None:
    """Take up the form of a request; nothing if it has no words in it or holds a secret."""
    fields = tuple(request.form.items(multi=True))
    if request.method != "POST" or not any(value.strip() for _, value in fields):
        return None
    if any(name in _SECRET for name, _ in fields):
        return None
    files = dict.fromkeys(name for name, file in request.files.items(multi=True) if file.filename)
    asked = urlsplit(request.url)
    return Typed(asked._replace(scheme="", netloc="").geturl(), fields, tuple(files))


def typed_before(request: Request) -> Typed | None:
    """Read what the sign-in page carries along."""
    to, fields = request.form.get(_TO, ""), request.form.get(_FIELDS, "")
    if not is_ours(to) or not fields:
        return None
    files = tuple(name for name in request.form.get(_FILES, "").split(",") if name)
    return Typed(to, tuple(parse_qsl(fields, keep_blank_values=True)), files)


def is_ours(address: str) -> bool:
    """Tell whether an address is a page of this server, named by its path only."""
    parts = urlsplit(address)
    return address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
