"""What tablets talk to: ``/v1/...`` in JSON, problems by RFC 9457, photos by tus verbs at addresses that are hashes.

``endpoint`` what every request meets before its view, and the table that OpenAPI is written from · ``sync`` hello,
push, pull, verify · ``blobs`` photos · ``enrol`` · ``health`` · ``body`` JSON and gzip · ``caller`` bearer tokens ·
``errors`` exceptions to problems · ``openapi`` the description that is served.

Invariant: every answer under /v1 names the protocol in ``Sync-Protocol``; an answer without it is not ours.
Invariant: an endpoint answers nothing that ``/openapi.json`` does not name; schemathesis holds it to that.
Start reading at ``endpoint`` and ``sync``.
"""

from server.api.parts import ApiParts
from server.api.wiring import install

__all__ = ["ApiParts", "install"]
