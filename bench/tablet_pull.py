"""A fresh tablet pulls everything once, in a process of its own: ``python -m bench.tablet_pull URL TOKEN DEVICE EPOCH FOLDER``.

The real core: the tablet's store, session and transport. Prints the seconds of the whole session (hello, pages, digests)
and what is in the database then.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from bench import work
from mobile.device.clock import SystemClock
from mobile.store.row import Enrolment
from mobile.store.sqlite import SqliteTabletStore
from mobile.transport import HttpTransport
from shared.ids import DeviceId, Epoch
from shared.sync.session import drive, session


def main(url: str, token: str, device: str, epoch: str, target: str) -> None:
    """Pull into a new database in the folder ``target``."""
    folder = Path(target)
    store = SqliteTabletStore(folder / "tablet.db", folder / "photos")
    who = Enrolment(url, DeviceId(device), "量一量", work.SITE.id, "龙山国际", work.PERSON.id, work.PERSON.name, token)
    store.enrol(who, Epoch(epoch))
    carrier = HttpTransport(url, token)
    import_module("requests")  # loading modules is not timed, nor is it at the peer
    started, cpu = time.perf_counter(), time.process_time()
    report = drive(session(store, SystemClock(), work.APP, ahead=carrier.ahead), carrier.carry)
    took, cpu = time.perf_counter() - started, time.process_time() - cpu
    carrier.close()
    said = {
        "took_s": took,
        "cpu_s": cpu,
        "outcome": report.outcome.value,
        "code": report.code,
        "requests": report.requests,
        "pulled": report.pulled,
    }
    store.close()
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
