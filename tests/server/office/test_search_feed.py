"""What tablets push becomes searchable, whatever moment it comes at."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import event

from server.store.follow import follow
from server.tables import search_text
from shared.ids import HazardId
from shared.model.hazard import Hazard
from tests.builders import an_id


def test_what_is_pushed_while_a_feed_is_read_is_found_after_the_next_turn(sign_in, parts, store, estate, database):
    with store.reading() as tx:
        late = replace(tx.get(Hazard, estate.hazards["open"]), id=HazardId(an_id(0x7773)), description="迟到的隐患")
    pushed = []

    def push(_connection, _cursor, statement, *_rest):
        """Push right after the follower's first look at a feed, as only PostgreSQL lets somebody do."""
        if "FROM sync_feed" in statement and not pushed:
            pushed.append(statement)
            with store.writing() as tx:
                tx.put(late)
            with store.writing() as tx:  # what the office writes is indexed at once; a tablet's push is not
                tx.execute(search_text.delete().where(search_text.c.id == late.id))

    if database == "postgresql":
        event.listen(parts.engine, "after_cursor_execute", push)
        follow(store)
        event.remove(parts.engine, "after_cursor_execute", push)
    else:
        follow(store)
        push(None, None, "FROM sync_feed")
    follow(store)

    assert pushed
    page = sign_in("lead").get("/search", query_string={"q": "迟到的隐患"}).get_data(as_text=True)
    assert f"/hazards/{late.id}" in page
