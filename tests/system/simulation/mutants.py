"""Planted faults: each is a small change of the product that must not survive the simulation.

A mutant names a file, a text that occurs in it exactly once, and what stands there instead. ``breaks`` says what a
person would lose. ``caught.json`` is where the simulation was seen to catch it (docs/simulation.md); ``python -m tests.system.simulation.plant``
writes it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One replacement in one file."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Mutant:
    """One fault: its name, what it breaks, how it is planted."""

    name: str
    breaks: str
    changes: tuple[Change, ...]


LEDGER = "mobile/store/ledger.py"
FEED = "mobile/store/feed.py"
PARCEL = "mobile/store/parcel.py"
SESSION = "shared/sync/session.py"
UPLOAD = "shared/sync/upload.py"
ASKING = "shared/sync/asking.py"
EXCHANGE = "shared/sync/exchange.py"
PUSH = "shared/sync/push.py"
MERGE = "shared/sync/merge.py"
APPLY = "shared/sync/apply.py"
SQL = "server/store/exchange.py"
TX = "server/store/tx.py"
STORE_FEED = "server/store/feed.py"
BLOB = "server/store/blob.py"
BLOBS = "server/api/blobs.py"
FILES = "server/files/local.py"

MUTANTS = (
    # ---- those of the sync design
    Mutant(
        "ack_on_any_200",
        "a captive portal's 200 counts as an acknowledgement: work is lost",
        (
            Change(
                ASKING,
                '        if "sync-protocol" not in answer.headers:\n'
                "            raise OfflineError(reason=stranger(answer.status), status=answer.status)\n",
                "",
            ),
            Change(
                SESSION,
                '        reply = yield from self.ask_for(PushReply, "POST", "/v1/sync/push", message)\n',
                "        try:\n"
                '            reply = yield from self.ask_for(PushReply, "POST", "/v1/sync/push", message)\n'
                "        except OfflineError as error:\n"
                '            if error.facts.get("status") != 200:\n'
                "                raise\n"
                "            from shared.sync.messages import OpResult, OpStatus\n"
                "            results = tuple(OpResult(op.op_id, OpStatus.APPLIED) for op in ops)\n"
                '            reply = PushReply(memory.epoch or Epoch(""), self.server_time or self.now(), results)\n',
            ),
        ),
    ),
    Mutant(
        "cursor_before_rows",
        "the cursor is saved before the rows: a crash between skips them for ever",
        (
            Change(
                FEED,
                "        rows = 0\n        with self.transaction():\n            for scope in reply.purge:\n",
                "        rows = 0\n"
                "        with self.transaction():\n"
                "            for page in reply.scopes:\n"
                '                self._write("UPDATE cursor SET n = ? WHERE scope = ?", page.next, page.scope)\n'
                "        with self.transaction():\n            for scope in reply.purge:\n",
            ),
        ),
    ),
    Mutant(
        "no_receipts",
        "what arrives twice is applied twice",
        (
            Change(
                SQL,
                '                "op_id": claim.op.op_id,\n                "device": device,',
                '                "op_id": self.tx.ids.new(),\n                "device": device,',
            ),
        ),
    ),
    Mutant(
        "delete_without_gone",
        "a removed record stays on every tablet",
        (
            Change(
                TX,
                "            self._change(scope, key, old.rev + 1, is_gone=True)\n        self._remember(",
                "            pass\n        self._remember(",
            ),
        ),
    ),
    Mutant(
        "no_purge",
        "a tablet keeps the records of a site that it lost",
        (
            Change(
                EXCHANGE,
                "purge = tuple(ScopeId(scope) for scope in sorted(message.cursors) if scope not in scopes)",
                "purge: tuple[ScopeId, ...] = ()",
            ),
        ),
    ),
    Mutant(
        "purge_drops_outbox",
        "unsent work goes with a site that the tablet lost",
        (
            Change(
                FEED,
                '        kind, _, site = scope.partition(":")\n',
                "        self._write(\"DELETE FROM outbox WHERE state = 'pending'\")\n"
                '        kind, _, site = scope.partition(":")\n',
            ),
        ),
    ),
    Mutant(
        "blob_unchecked",
        "a photo that arrived in the wrong order counts as stored",
        (
            Change(
                BLOBS,
                "    if offset != blob.received_bytes:\n        raise OffsetMismatchError(offset=blob.received_bytes)\n",
                "",
            ),
            Change(
                FILES,
                "            if _hash_of(file, size_bytes) != name:\n",
                "            if not _hash_of(file, size_bytes):\n",
            ),
        ),
    ),
    Mutant(
        "dedupe_by_counter",
        "a tablet that was set back counts anew: its work is taken for what it sent before",
        (
            Change(
                SQL,
                '                "op_id": claim.op.op_id,\n                "device": device,',
                '                "op_id": f"{device}-{claim.op.seq}",\n                "device": device,',
            ),
            Change(
                SQL,
                "        taken = {op_id for op_id, _, _ in _RECEIPTS.rows(self.tx.connection, [claim.op.op_id for claim in claims])}\n",
                '        counted = {claim.op.op_id: f"{device}-{claim.op.seq}" for claim in claims}\n'
                "        COUNTED.update(counted)\n"
                "        known = {op_id for op_id, _, _ in _RECEIPTS.rows(self.tx.connection, counted.values())}\n"
                "        taken = {op_id for op_id in counted if counted[op_id] in known}\n",
            ),
            Change(
                SQL,
                "        found = _RECEIPTS.rows(self.tx.connection, op_ids)\n",
                "        by_count = {COUNTED[op_id]: op_id for op_id in op_ids}\n"
                "        rows = _RECEIPTS.rows(self.tx.connection, by_count)\n"
                "        found = [(by_count[count], sha256, result) for count, sha256, result in rows]\n",
            ),
            Change(
                SQL,
                '                late.append({"of": op_id, ',
                '                late.append({"of": COUNTED.get(op_id, op_id), ',
            ),
            Change(SQL, "_CLAIM = Statement(\n", "COUNTED: dict[str, str] = {}\n_CLAIM = Statement(\n"),
            Change(
                PUSH,
                "    return hashlib.sha256(codec.fingerprint([op.author, op.kind, op.body])).hexdigest()\n",
                '    return ""\n',
            ),
        ),
    ),
    Mutant(
        "no_epoch",
        "after a restore nobody sends again what the backup lacks",
        (
            Change(
                LEDGER,
                "            \" WHERE state IN ('acked', 'parked') AND acked_epoch IS NOT ?\",\n            epoch,\n",
                "            \" WHERE state IN ('acked', 'parked') AND acked_epoch IS NOT ? AND 0\",\n            epoch,\n",
            ),
        ),
    ),
    Mutant(
        "no_retention",
        "acknowledged work is deleted at once and cannot be sent again after a restore",
        (
            Change(
                PARCEL,
                "        cutoff = stamp(server_time - timedelta(days=days if isinstance(days, int) else 30))\n",
                "        cutoff = stamp(server_time + timedelta(days=1 if isinstance(days, int) else 30))\n",
            ),
        ),
    ),
    Mutant(
        "parked_not_resent",
        "what was refused before a restore is in nobody's dead letters after it: sent neither at the new epoch nor when asked for",
        (
            Change(
                LEDGER,
                "\" WHERE state IN ('acked', 'parked') AND acked_epoch IS NOT ?\"",
                "\" WHERE state = 'acked' AND acked_epoch IS NOT ?\"",
            ),
            Change(SESSION, "        if self.is_greeted:\n            yield from self.ask_again()\n", ""),
        ),
    ),
    Mutant(
        "global_epoch",
        "the new epoch is kept before what it makes wait again: a crash between them loses work",
        (
            Change(
                LEDGER,
                '        """Begin again with a restored server."""\n        with self.transaction():\n',
                '        """Begin again with a restored server."""\n'
                "        with self.transaction():\n"
                '            self._set_meta("epoch", epoch)\n'
                "        with self.transaction():\n",
            ),
            Change(
                LEDGER,
                '        with self.transaction():\n            is_new = self._meta("epoch") != hello.epoch\n',
                '        before = self._meta("epoch")\n'
                "        with self.transaction():\n"
                '            self._set_meta("epoch", hello.epoch)\n'
                "        with self.transaction():\n            is_new = before != hello.epoch\n",
            ),
        ),
    ),
    Mutant(
        "whole_row_last_write_wins",
        "an edit of one field brings back the old value of another",
        (
            Change(
                APPLY,
                "    patched = merge.patch_point(point, patch)\n",
                "    patched = merge.patch_point(point, replace(patch, base={n: getattr(point, n, None) for n in patch.set}))\n",
            ),
        ),
    ),
    Mutant(
        "gone_ignores_scope",
        "a record that moves from one feed to another vanishes",
        (
            Change(
                FEED,
                '                self._write("DELETE FROM replica WHERE kind = ? AND id = ? AND scope = ?", row.kind, row.id, page.scope)\n',
                '                self._write("DELETE FROM replica WHERE kind = ? AND id = ?", row.kind, row.id)\n',
            ),
        ),
    ),
    # ---- more of the tablet
    Mutant(
        "ack_by_position",
        "results are matched by their place in the answer: the wrong operation is acknowledged",
        (
            Change(
                LEDGER,
                "            for result in reply.results:\n                if result.op_id in asked and",
                "            for result, op_id in zip(reply.results, reversed(sent)):\n"
                "                result = OpResult(op_id, result.status, result.entities, result.problem, result.conflicts)\n"
                "                if result.op_id in asked and",
            ),
        ),
    ),
    Mutant(
        "ack_without_rows",
        "the record that came with an acknowledgement is not kept in the same transaction",
        (
            Change(
                LEDGER,
                "            self._upsert(self._whole(entity, result.op_id))\n",
                "            self._upsert(replace_rev(self._whole(entity, result.op_id)))\n",
            ),
            Change(
                LEDGER,
                "def _is_parked(result: OpResult) -> bool:\n",
                "def replace_rev(entity):  # type: ignore[no-untyped-def]\n"
                "    from dataclasses import replace\n\n"
                "    return replace(entity, rev=entity.rev + 1)\n\n\n"
                "def _is_parked(result: OpResult) -> bool:\n",
            ),
        ),
    ),
    Mutant(
        "reset_without_sweep",
        "what was removed while a tablet began anew stays on it",
        (
            Change(
                FEED,
                '                self._write("DELETE FROM replica WHERE scope = ? AND is_stale = 1", checked.scope)\n',
                "                pass\n",
            ),
        ),
    ),
    Mutant(
        "refused_is_forgotten",
        "a refused operation disappears from the tablet",
        (Change(LEDGER, '            "parked" if _is_parked(result) else "acked",\n', '            "acked",\n'),),
    ),
    Mutant(
        "poison_blocks",
        "an operation that the way chokes on holds up all others",
        (
            Change(
                LEDGER,
                '            self._write("UPDATE outbox SET tries = tries + 1, not_before = ? WHERE op_id = ?", stamp(not_before), op_id)\n',
                '            self._write("UPDATE outbox SET tries = tries + 1 WHERE op_id = ?", op_id)\n',
            ),
        ),
    ),
    Mutant(
        "photo_blocks",
        "a photo that the way chokes on holds up all others",
        (Change(UPLOAD, "            if self.faults < MOST_FAULTS:\n                return None\n", ""),),
    ),
    Mutant(
        "photo_sent_without_an_answer",
        "a photo counts as sent although the answer to a chunk of it never came",
        (
            Change(
                UPLOAD,
                "        except (OfflineError, RefusedError) as error:\n",
                "        except (OfflineError, RefusedError) as error:\n"
                "            if isinstance(error, OfflineError):\n"
                "                self.finish(blob)\n",
            ),
        ),
    ),
    Mutant(
        "photos_not_resent",
        "after a restore nobody sends again the photos that the backup lacks, neither at the new epoch nor when told",
        (
            Change(
                LEDGER,
                "OR state = 'stored' AND acked_epoch IS NOT ?)",
                "OR state = 'stored' AND acked_epoch IS NOT ? AND 0)",
            ),
            Change(
                LEDGER,
                "        for sha256 in result.blobs_missing:\n",
                "        for sha256 in result.blobs_missing[:0]:\n",
            ),
        ),
    ),
    Mutant(
        "draft_photos_swept",
        "the start of the app removes photos that are not sent yet",
        (
            Change(
                FEED,
                '"SELECT 1 FROM blob WHERE sha256 = ? AND has_file = 1"',
                "\"SELECT 1 FROM blob WHERE sha256 = ? AND has_file = 1 AND state <> 'pending'\"",
            ),
        ),
    ),
    Mutant(
        "set_aside_by_a_wrong_clock",
        "a clock that was set back keeps an operation waiting for a year",
        (
            Change(PARCEL, 'not_before > ? AND not_before < ?)"', "not_before > ? AND not_before < ? || 'z')\""),
            Change(
                "mobile/store/outbox.py", "LONGEST_WAIT = timedelta(hours=2)", "LONGEST_WAIT = timedelta(days=9000)"
            ),
        ),
    ),
    # ---- more of the server
    Mutant(
        "bump_without_row",
        "the counter of a feed moves although no row stands there: tablets skip it",
        (
            Change(
                STORE_FEED,
                "            for seq, one in enumerate(mine, first)\n",
                "            for seq, one in enumerate(mine[: len(mine) - (len(mine) > 1 and first > 20)], first)\n",
            ),
        ),
    ),
    Mutant(
        "row_without_bump",
        "a record is written and no feed tells of it",
        (
            Change(
                TX,
                "        for scope in scopes:\n            self._change(scope, key, old.rev + 1, is_gone=False)\n",
                "        for scope in scopes:\n"
                "            if old.rev != 1:\n"
                "                self._change(scope, key, old.rev + 1, is_gone=False)\n",
            ),
        ),
    ),
    Mutant(
        "refused_without_letter",
        "the office never hears of what was refused",
        (
            Change(
                PUSH,
                "        problem = problem_of(error)\n        tx.bury(batch.caller, op, sha256, problem, is_held=False)\n",
                "        problem = problem_of(error)\n",
            ),
        ),
    ),
    Mutant(
        "receipt_in_another_transaction",
        "the receipt is kept before the effect: a death between them loses the operation",
        (
            Change(
                PUSH,
                "    def _in_own_transaction(self, batch: Batch, op: Op, sha256: str) -> OpResult:\n",
                "    def _in_own_transaction(self, batch: Batch, op: Op, sha256: str) -> OpResult:\n"
                "        with self.store.writing() as tx:\n"
                "            if tx.claim(batch.caller.device, [batch.claim(tx, op, sha256)]):\n"
                "                tx.settle({op.op_id: Outcome(OpStatus.APPLIED)})\n"
                "        with self.store.writing() as tx:\n"
                "            outcome = _applied_or_refused(tx, batch, op, sha256)\n"
                "            tx.settle({op.op_id: outcome})\n"
                "            return _results(tx, batch, [(op, outcome)])[0]\n\n"
                "    def _in_own_transaction_before(self, batch: Batch, op: Op, sha256: str) -> OpResult:\n",
            ),
            Change(
                PUSH,
                "        return self._together(batch) or self._one_by_one(batch)\n",
                "        return self._one_by_one(batch)\n",
            ),
        ),
    ),
    Mutant(
        "fork_overwrites",
        "another tablet's version overwrites a record instead of standing beside it",
        (
            Change(
                MERGE,
                "    if sender != held.device or new.device != held.device:\n        return Arrival.FORK\n",
                "    if sender != held.device or new.device != held.device:\n        return Arrival.STORE\n",
            ),
        ),
    ),
    Mutant(
        "decision_on_an_old_state",
        "a decision is applied to a state that its author had not seen",
        (
            Change(
                APPLY,
                "    if meeting is Meeting.CONFLICT:\n        raise TransitionConflictError(state=hazard.state.value, event=intent.event.value)\n",
                '    if meeting is Meeting.CONFLICT:\n        return Outcome(OpStatus.APPLIED, (("hazard", hazard.id),), photos)\n',
            ),
        ),
    ),
    Mutant(
        "fact_refused_after_access_was_lost",
        "what somebody saw at a site that his tablet may no longer visit is thrown away",
        (
            Change(
                APPLY,
                "    tx = arriving.tx\n    _expect_site(tx, new.site)\n    arrival = merge.arrive_fact(tx.find(Note, new.id), new)\n",
                "    tx = arriving.tx\n    _expect_site(tx, new.site)\n"
                "    if new.site != arriving.caller.site:\n        return Outcome(OpStatus.APPLIED)\n"
                "    arrival = merge.arrive_fact(tx.find(Note, new.id), new)\n",
            ),
        ),
    ),
    Mutant(
        "serial_skips",
        "a number is used up by what was refused",
        (
            Change(
                APPLY,
                "    tx = arriving.tx\n    site = _expect_site(tx, new.site)\n    arrival = merge.arrive_hazard(",
                "    tx = arriving.tx\n    site = _expect_site(tx, new.site)\n    tx.next_serial(HAZARD_SERIAL, 2026)\n    arrival = merge.arrive_hazard(",
            ),
        ),
    ),
    Mutant(
        "times_by_the_wall",
        "a tablet's wrong wall clock is believed",
        (
            Change(
                "shared/clock.py",
                "    if event.boot == pushed.boot and event.boottime_ms <= pushed.boottime_ms:\n        age, estimated = timedelta(milliseconds=pushed.boottime_ms - event.boottime_ms), False\n",
                "    if event.boot == pushed.boot and event.boottime_ms <= pushed.boottime_ms:\n        age, estimated = pushed.wall - event.wall, False\n",
            ),
        ),
    ),
    Mutant(
        "offset_before_bytes",
        "the offset moves before the bytes are written: a death between them leaves a hole",
        (
            Change(
                BLOBS,
                "    if data:\n        parts().blobs.write_part(",
                "    if data and received == blob.size_bytes:\n        parts().blobs.write_part(",
            ),
            Change(
                BLOBS,
                "        now = None if is_moved else find_blob(tx, name)\n",
                "        now = None if is_moved else find_blob(tx, name)\n"
                "    parts().blobs.write_part(name, blob.received_bytes, data)\n",
            ),
            Change(
                FILES,
                "            if _hash_of(file, size_bytes) != name:\n",
                "            if not _hash_of(file, size_bytes):\n",
            ),
        ),
    ),
)
