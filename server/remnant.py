"""What arrived of a photo's chunk before its connection broke is kept, so that the upload goes on at that very byte.

waitress hands over whole requests only and throws half a body away with its connection. Of a PATCH to a photo the half
is as good as the whole: it is handed to the app as a shorter chunk, whose answer nobody reads.

waitress also ends a connection with every answer that has no body, which is what a chunk is answered with: each would
cost the tablet a new connection. Here such a connection is kept like any other (RFC 9112 §6.3: a 204 ends by itself),
until the server stops: then each answer ends its connection, or a proxy would go on asking over those that it holds.
"""

from __future__ import annotations

import logging
from contextlib import closing
from typing import Any, Final

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver
from waitress.task import WSGITask

log = logging.getLogger(__name__)
_PHOTOS: Final = "/v1/blobs/"
_LEAST: Final = 1024
"""Fewer bytes are not worth a transaction."""


class KeepingTask(WSGITask):  # type: ignore[misc]  # waitress has no types
    """A request whose connection is kept, too, where the answer has no body, and ended while the server stops."""

    def build_response_header(self) -> bytes:
        """Write the head of the answer; a proxy that is told the end now asks another server from then on."""
        if not self.channel.server.accepting:
            self.request.headers["CONNECTION"] = "close"
        head: bytes = super().build_response_header()
        return head

    def set_close_on_finish(self) -> None:
        """Close after the answer, unless nothing but its missing length asks for that."""
        wanted: Any = self.request.headers.get("CONNECTION", "")
        if self.has_body or self.version != "1.1" or wanted.lower() == "close":
            super().set_close_on_finish()


class KeepingChannel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection that hands on what it holds of a photo when it breaks."""

    task_class = KeepingTask

    def handle_close(self) -> None:
        """Close; what is left of a chunk becomes a task of its own."""
        request: Any = self.request
        self.request: Any = None
        if request is not None and self.connected and _is_chunk(request):
            self.server.add_task(_Remnant(self, request))
        super().handle_close()


class _Remnant:
    """A task for waitress's threads: the app, with what arrived as the body."""

    def __init__(self, channel: KeepingChannel, request: HTTPRequestParser) -> None:
        request.headers["CONTENT_LENGTH"] = str(len(request.body_rcv))
        self._application = channel.server.application
        self._environment = KeepingTask(channel, request).get_environment()

    def service(self) -> None:
        """Run the app to its end."""
        try:
            with closing(self._application(self._environment, _to_nobody)):
                pass
        except Exception:  # the border round a request, as waitress draws it: nobody is there to be told
            log.exception("what arrived of a chunk could not be kept")

    def cancel(self) -> None:
        """Drop it; the bytes are sent again."""


def _is_chunk(request: HTTPRequestParser) -> bool:
    body: Any = request.body_rcv
    is_photo = request.headers_finished and request.command == "PATCH" and request.path.startswith(_PHOTOS)
    return is_photo and isinstance(body, FixedStreamReceiver) and len(body) >= _LEAST


def _to_nobody(_status: str, _headers: object, _fault: object = None) -> Any:
    return lambda _data: None
