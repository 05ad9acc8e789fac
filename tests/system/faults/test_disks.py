"""Disks that are full or can only be read, on either side: what was taken in stays, nothing is half, the rest goes on."""

import pytest

from shared.sync.request import Outcome
from tests.system.faults.serve import control
from tests.system.faults.tablet import a_picture
from tests.system.faults.world import World, a_world, read_report

pytestmark = pytest.mark.process
LARGE = 900
"""Pixels of a side: some 600 KB as a noisy JPEG, more than database and log together."""
ROOM = 400_000


@pytest.fixture
def world():
    with a_world(tablets=("keeper",)) as made:
        yield made


def counts(world: World) -> tuple[int, int]:
    tablet = world.tablets["keeper"]
    return tablet.number("SELECT count(*) FROM outbox"), tablet.number("SELECT count(*) FROM record")


@pytest.mark.parametrize("pages", range(4))
def test_an_answer_that_does_not_fit_is_refused_whole_and_the_round_goes_on_later(world, pages):
    # given: a round under way, and a database that may grow by a few pages
    tablet = world.tablets["keeper"]
    record = tablet.do("begin_round")["record"]
    tablet.do("tap", record=record, item="LMR_04", value=21.0)
    tablet.do("fill_database", pages=pages)

    # when: people go on until nothing fits any more
    notes = 0
    while (answer := tablet.ask("note", text="满" * 3_000)) == {"ok": None}:
        notes += 1
        assert notes < 100
    before = counts(world)

    # then
    assert answer == {"error": "disk-full", "kind": "DiskFullError"}
    tablet.do("fill_database")
    tablet.restart()
    assert counts(world) == before
    assert tablet.do("state")["drafts"] == [record]
    tablet.do("tap", record=record, item="LMR_09", result="pass")
    tablet.do("finish_round", record=record)
    world.check()
    world.settle()
    assert world.server.look("SELECT count(*) FROM note")[0][0] == notes


def test_a_photo_that_does_not_fit_is_refused_and_answers_are_taken(world):
    # given: no file may grow past what the photo needs
    tablet = world.tablets["keeper"]
    record = tablet.do("begin_round")["record"]
    taken = world.folder / "taken.jpg"
    taken.write_bytes(a_picture(LARGE))
    tablet.do("checkpoint")
    tablet.do("fill_disk", file_bytes=ROOM)

    # when
    refused = tablet.ask("photo", record=record, item="LMR_09", taken=str(taken))

    # then: nothing of it is named as kept, answers still are, and with space it is taken in
    assert refused == {"error": "disk-full", "kind": "DiskFullError"}
    assert not list((tablet.folder / "photos").rglob("*.part"))
    tablet.do("tap", record=record, item="LMR_04", value=21.0)
    tablet.do("tap", record=record, item="LMR_09", result="pass")
    tablet.restart()  # which ends the limit, and takes in what waits for space
    tablet.do("finish_round", record=record)
    world.settle()
    assert tablet.number("SELECT max(size_bytes) FROM blob") > ROOM


def test_a_tablet_whose_disk_can_only_be_read_says_so_and_goes_on_when_it_can_be_written(world):
    # given
    tablet = world.tablets["keeper"]
    tablet.do("round", photos=1)
    before = counts(world)
    tablet.do("read_only", is_so=True)

    # when
    tapped = tablet.ask("round")
    report = read_report(tablet.do("sync"))

    # then
    assert tapped == {"error": "disk-read-only", "kind": "ReadOnlyDiskError"}
    assert (report.outcome, report.code) == (Outcome.REFUSED, "disk-read-only")
    assert counts(world) == before
    tablet.do("read_only", is_so=False)
    world.settle()


@pytest.mark.parametrize("pages", range(6))
def test_a_server_whose_disk_is_full_says_so_and_the_tablet_keeps_everything(world, pages):
    # given: many notes, and a server database that may grow by a few pages
    tablet = world.tablets["keeper"]
    for _ in range(12):
        tablet.do("note", text="满" * 3_000)
    control(world.server.folder, pages=pages)

    # when
    report = read_report(tablet.do("sync"))

    # then
    assert (report.outcome, report.code) == (Outcome.REFUSED, "storage-full")
    world.check()
    assert tablet.do("state")["ops"] + report.pushed == 12
    assert tablet.number("SELECT count(*) FROM outbox WHERE state = 'parked' OR tries > 0") == 0
    control(world.server.folder)
    world.settle()


def test_a_server_without_space_for_photos_says_so_and_takes_records(world):
    # given
    tablet = world.tablets["keeper"]
    tablet.do("round", photos=1, size=LARGE)
    control(world.server.folder, file_bytes=ROOM)

    # when
    report = read_report(tablet.do("sync"))

    # then: the record is there, the photo waits, and once there is space it goes on
    assert (report.outcome, report.code, report.pushed) == (Outcome.REFUSED, "storage-full", 1)
    assert tablet.do("state")["photos"] >= 1
    control(world.server.folder)
    world.settle()


def test_a_server_whose_disk_can_only_be_read_blames_no_operation(world):
    # given
    tablet = world.tablets["keeper"]
    for number in range(3):
        tablet.do("note", text=f"第 {number} 条")
    control(world.server.folder, read_only=True)

    # when: the tablet tries as often as it takes to blame an operation that the server chokes on
    reports = [read_report(tablet.do("sync")) for _ in range(6)]

    # then
    assert {(report.outcome, report.code) for report in reports} == {(Outcome.REFUSED, "busy")}
    assert tablet.number("SELECT count(*) FROM outbox WHERE state = 'pending' AND tries = 0") == 3
    control(world.server.folder)
    assert read_report(tablet.do("sync")).pushed == 3
    world.settle()


def test_a_database_that_goes_away_in_the_middle_of_a_push_parks_nothing(new_postgres):
    import psycopg

    # given: a push that waits inside its transaction for a row that somebody holds
    with a_world(tablets=("keeper",), new_postgres=new_postgres) as world:
        tablet = world.tablets["keeper"]
        tablet.do("edit", which=0, text="改过")
        url = world.server.url.replace("+psycopg", "")
        with psycopg.connect(url) as holder, psycopg.connect(url, autocommit=True) as admin:
            holder.execute("SELECT * FROM point FOR UPDATE")
            holder.execute("SELECT * FROM sync_scope FOR UPDATE")
            tablet.say("sync")

            # when: the database ends the server's connections, as a restart does, and once more when it comes back
            ended: set[int] = set()
            while len(ended) < 2:
                for (pid,) in admin.execute(_WAITING).fetchall():
                    admin.execute("SELECT pg_terminate_backend(%s)", (pid,))
                    ended.add(pid)
                admin.execute("SELECT pg_sleep(0.01)")
            holder.rollback()
            answer = tablet.hear()

        # then: the operation is applied in the end, by whichever try; nothing is set aside for the office
        assert answer is not None and read_report(answer["ok"]).parked == 0
        world.settle()
        assert world.server.look("SELECT count(*) FROM dead_letter")[0][0] == 0
        assert tablet.number("SELECT count(*) FROM outbox WHERE state = 'acked'") == 1


_WAITING = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
