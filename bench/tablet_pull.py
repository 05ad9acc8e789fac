"""A fresh tablet pulls everything once, in a process of its own: ``python -m bench.tablet_pull URL TOKEN DEVICE EPOCH FOLDER``.

The real core: the tablet's store, session and transport. Prints the seconds until the last page is committed on disk, and
those of the whole session, which also compares digests with the server.
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
from shared.sync.messages import PullReply
from shared.sync.ports import PullOutcome
from shared.sync.session import drive, session


class TimedStore(SqliteTabletStore):
    """The store; notes when a page was committed last."""

    committed_s = 0.0

    def save_pull(self, reply: PullReply) -> PullOutcome:
        """Keep a page, and look at the clock."""
        outcome = super().save_pull(reply)
        self.committed_s = time.perf_counter()
        return outcome


def main(url: str, token: str, device: str, epoch: str, target: str) -> None:
    """Pull into a new database in the folder ``target``."""
    folder = Path(target)
    store = TimedStore(folder / "tablet.db", folder / "photos")
    who = Enrolment(url, DeviceId(device), "量一量", work.SITE.id, "龙山国际", work.PERSON.id, work.PERSON.name, token)
    store.enrol(who, Epoch(epoch))
    carrier = HttpTransport(url, token)
    import_module("requests")  # loading modules is not timed, nor is it at the peer
    started, cpu = time.perf_counter(), time.process_time()
    report = drive(session(store, SystemClock(), work.APP, ahead=carrier.ahead), carrier.carry)
    whole, cpu = time.perf_counter() - started, time.process_time() - cpu
    carrier.close()
    said = {
        "took_s": store.committed_s - started,
        "session_s": whole,
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
