"""The workday table as people write it: what is read, and every line that is wrong."""

from datetime import date

import pytest

from server.workdays import Fault, WorkdayTableError, read_csv, read_fields


def problems(read):
    with pytest.raises(WorkdayTableError) as refused:
        read()
    return [(problem.line, problem.kind, problem.fault) for problem in refused.value.problems]


def test_a_file_is_read_year_by_year():
    tables = read_csv("date,kind,name\n2027-01-01,holiday,元旦\n2026-10-10,make_up,调休\n2026-10-01,holiday,国庆节\n")

    assert [(table.year, table.version) for table in tables] == [(2026, 1), (2027, 1)]
    assert tables[0].holidays == (date(2026, 10, 1),)
    assert tables[0].make_up_days == (date(2026, 10, 10),)


def test_fields_may_have_blank_lines_and_any_order():
    table = read_fields(2026, "2026-10-02 \r\n\r\n2026-10-01", "")

    assert table.holidays == (date(2026, 10, 1), date(2026, 10, 2))
    assert table.make_up_days == ()


def test_everything_that_is_wrong_is_told_by_line():
    found = problems(lambda: read_fields(2026, "2026-02-30\n2027-01-01\n2026-10-01\n2026-10-01", "\n2026-10-09"))

    assert found == [
        (1, "holiday", Fault.NOT_A_DAY),
        (2, "holiday", Fault.OTHER_YEAR),
        (4, "holiday", Fault.TWICE),
        (2, "make_up", Fault.NOT_A_WEEKEND),
    ]


def test_a_day_is_either_off_or_worked():
    assert problems(lambda: read_fields(2026, "2026-10-10", "2026-10-10")) == [(1, "make_up", Fault.TWICE)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.NO_COLUMNS),
        ("day,what\n2026-10-01,holiday\n", Fault.NO_COLUMNS),
        ("date,kind\n", Fault.NO_DAYS),
        ("date,kind\n2026-10-01\n", Fault.NOT_A_KIND),
        ("date,kind\n20261001,holiday\n", Fault.NOT_A_DAY),
    ],
)
def test_a_file_that_is_no_table_is_refused(text, fault):
    assert [found for _, _, found in problems(lambda: read_csv(text))] == [fault]
