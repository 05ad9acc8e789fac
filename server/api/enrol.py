"""Enrolment: a one-time code for a token."""

from __future__ import annotations

from flask import Response, request

from server.api.body import json_answer, read_json
from server.api.caller import sent_token
from server.api.endpoint import BODY, VERSIONED, Answer, Endpoint
from server.api.parts import parts
from server.store import Tx
from server.store.account import ATTEMPT_WINDOW, forget_attempts, is_throttled, note_attempt
from server.store.device import enrol as enrol_device
from server.store.schema import epoch
from shared.errors import BusyError, EnrolmentCodeError
from shared.sync.messages import Enrol, Enrolled

_SMALL = 16 << 10


def enrol() -> Response:
    """Let a tablet in that brings a one-time code, and its last token if it was enrolled before."""
    message, _ = read_json(Enrol, _SMALL)
    subject = f"code:{request.remote_addr}"
    store = parts().store
    with store.reading() as tx:
        if is_throttled(tx, subject):
            raise BusyError(retry_after_s=int(ATTEMPT_WINDOW.total_seconds()))
    try:
        return json_answer(store.act(lambda tx: _enrolled(tx, message, subject)))
    except EnrolmentCodeError:
        store.act(lambda tx: note_attempt(tx, subject))
        raise


def _enrolled(tx: Tx, message: Enrol, subject: str) -> Enrolled:
    token, person, site = enrol_device(tx, message.code, message.device, message.name, message.app, sent_token())
    forget_attempts(tx, subject)
    return Enrolled(
        token=token,
        device=message.device,
        site=site.id,
        person=person.id,
        person_name=person.name,
        site_name=site.name.zh,
        epoch=epoch(tx),
        server_time=tx.now,
    )


ENDPOINTS = (
    Endpoint(
        "POST",
        "/v1/enrol",
        enrol,
        "Exchange a one-time code for a token",
        (Answer(200, "The tablet's token, shown once", Enrolled),),
        (EnrolmentCodeError, *VERSIONED, *BODY),
        Enrol,
        is_open=True,
    ),
)
