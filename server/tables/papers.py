"""Work that takes longer than a page, what it made, the papers that were printed, and a customer's own Word forms."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from server.tables.columns import code, flag, ident, metadata, number, when

job = Table(
    "job",
    metadata,
    ident("id", primary_key=True),
    code("kind", 40),
    ident("site"),
    ident("owner", nullable=False),
    code("owner_name", 100),
    code("language", 8),
    code("title", 200),
    Column("params", Text, nullable=False),
    code("state", 20),
    number("done"),
    number("total"),
    Column("tries", Integer, nullable=False, default=0),
    Column("unique_key", String(200)),
    code("holder", 200, default=""),
    when("made_at", nullable=False),
    when("due_at", nullable=False),
    when("begun_at"),
    when("ended_at"),
    when("expires_at"),
    code("error", 200, default=""),
    code("result_name", 200, default=""),
    code("result_mime", 100, default=""),
    number("result_bytes"),
    UniqueConstraint("unique_key"),
    Index("ix_job_state_due_at", "state", "due_at"),
    Index("ix_job_owner_made_at", "owner", "made_at"),
)
"""``due_at``: of a waiting job when it may begin, of a running one until when its worker has it."""
job_part = Table(
    "job_part",
    metadata,
    ident("job", primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("bytes", LargeBinary, nullable=False),
)

paper = Table(
    "paper",
    metadata,
    code("code", 24, primary_key=True),
    code("kind", 40),
    ident("record", nullable=False),
    ident("site", nullable=False),
    code("title", 200),
    code("number", 100),
    Column("dated_on", String(10), nullable=False),
    Column("version", BigInteger, nullable=False),
    code("content_sha256"),
    Column("basis", Text, nullable=False),
    when("made_at", nullable=False),
    Index("ix_paper_record_kind", "record", "kind"),
)
"""One content of one paper; ``basis`` is which records in which revision it was made of."""
paper_print = Table(
    "paper_print",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    code("code", 24),
    ident("site", nullable=False, server_default=""),
    ident("by", nullable=False),
    code("by_name", 100),
    when("at", nullable=False),
    Index("ix_paper_print_code", "code"),
    Index("ix_paper_print_site_at", "site", "at", "id"),
)

word_form = Table(
    "word_form",
    metadata,
    ident("id", primary_key=True),
    ident("site", nullable=False),
    code("name", 100),
    code("file_name", 200),
    Column("docx", LargeBinary, nullable=False),
    flag("is_retired"),
    when("at", nullable=False),
    ident("by", nullable=False),
    code("by_name", 100),
    Index("ix_word_form_site", "site"),
)
