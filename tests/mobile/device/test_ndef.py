"""What NFC tags say."""

import pytest

from mobile.device.ndef import ABSOLUTE_URI, MIME, PREFIXES, WELL_KNOWN, Record, text_of, uid_of


def a_text(text, language="zh", encoding="utf-8"):
    status = len(language) | (0 if encoding == "utf-8" else 0x80)
    return Record(WELL_KNOWN, b"T", bytes([status]) + language.encode() + text.encode(encoding))


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (a_text("LS-A1-JF01"), "LS-A1-JF01"),
        (a_text("  LS-A1-JF01\0"), "LS-A1-JF01"),
        (a_text("龙山一号机房", encoding="utf-16-be"), "龙山一号机房"),
        (a_text("龙山", encoding="utf-16"), "龙山"),
        (a_text("x", language=""), "x"),
        (Record(WELL_KNOWN, b"U", b"\x04rounds.cn/t/LS-A1"), "https://rounds.cn/t/LS-A1"),
        (Record(WELL_KNOWN, b"U", b"\x00tag:LS-A1"), "tag:LS-A1"),
        (Record(WELL_KNOWN, b"U", b"\xf0LS-A1"), "LS-A1"),
        (Record(ABSOLUTE_URI, b"https://rounds.cn/t/1", b""), "https://rounds.cn/t/1"),
        (Record(MIME, b"text/plain; charset=utf-8", "点位".encode()), "点位"),
        (Record(MIME, b"image/png", b"\x89PNG"), ""),
        (Record(WELL_KNOWN, b"T", b""), ""),
        (Record(WELL_KNOWN, b"U", b""), ""),
        (Record(WELL_KNOWN, b"T", b"\x3fzh"), ""),
        (Record(0, b"", b""), ""),
    ],
)
def test_a_record_says_its_text(record, said):
    assert text_of([record]) == said


def test_first_readable_record_counts_whatever_stands_before_it():
    assert text_of([Record(0, b"", b""), Record(5, b"?", b"\xff\xfe"), a_text("LS-A1"), a_text("LS-A2")]) == "LS-A1"


def test_a_tag_without_records_says_nothing():
    assert text_of([]) == ""


def test_bytes_that_are_no_text_do_not_fail():
    assert text_of([Record(WELL_KNOWN, b"T", b"\x02zh\xff\xfe\xfd")]) != ""


def test_a_chips_number_is_upper_case_hexadecimal():
    assert uid_of(bytes([0x04, 0xA3, 0x0F, 0xFF])) == "04A30FFF"


def test_prefixes_are_those_of_the_nfc_forum():
    assert (len(PREFIXES), PREFIXES[0x03], PREFIXES[0x05], PREFIXES[0x1D], PREFIXES[0x23]) == (
        36,
        "http://",
        "tel:",
        "file://",
        "urn:nfc:",
    )
