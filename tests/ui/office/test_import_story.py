"""Units are brought in from Excel as the administrator does it: the empty file, a wrong one, a good one, found by search."""

from __future__ import annotations

import openpyxl
from playwright.sync_api import expect

from server.store.place import all_places
from tests.builders import SITE

UNITS = [
    ("D-07", "恒居装饰", "装修施工单位", "魏强", "13900000001"),
    ("", "龙山便利店", "商铺/租户", "许老板", "13700000007"),
]


def filled(path, rows, to):
    """Write rows below the heads and hints of the downloaded file, by the heads' first line."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [str(cell.value).splitlines()[0] for cell in sheet[1]]
    for number, row in enumerate(rows, 3):
        for name, value in zip(("编号", "名称", "类别", "负责人", "电话"), row, strict=True):
            sheet.cell(number, heads.index(name) + 1).value = value
    book.save(to)


def try_file(page, path):
    page.set_input_files("#file", str(path))
    page.get_by_role("button", name="试一遍").click()
    expect(page.get_by_role("heading", name="试导入结果")).to_be_visible()


def test_units_come_from_excel_and_are_found(open_as, office, tmp_path):
    # given: the administrator goes from the list to the import and takes the empty file
    page = open_as("admin")
    page.goto(f"{office.url}/places/unit")
    page.get_by_role("link", name="从 Excel 导入").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="空表格").click()
    empty = tmp_path / "empty.xlsx"
    download.value.save_as(empty)
    page.reload()
    # when: the first file has a mistake, the second has none
    filled(empty, [(*UNITS[0][:2], "星系", *UNITS[0][3:])], tmp_path / "wrong.xlsx")
    try_file(page, tmp_path / "wrong.xlsx")
    expect(page.get_by_text("请从列表中选择")).to_be_visible()
    page.get_by_role("link", name="重新选择文件").click()
    filled(empty, UNITS, tmp_path / "good.xlsx")
    try_file(page, tmp_path / "good.xlsx")
    expect(page.locator("ins")).to_contain_text(["13700000007"])
    page.get_by_role("button", name="确认导入 2 条").click()
    # then: they are in the list, and the box at the top finds them
    expect(page.get_by_role("link", name="恒居装饰")).to_be_visible()
    page.get_by_role("searchbox", name="搜索全部").fill("居装")
    page.get_by_role("searchbox", name="搜索全部").press("Enter")
    expect(page.get_by_role("link", name="恒居装饰")).to_be_visible()
    with office.parts.store.reading() as tx:
        found = {one.name.zh: one.phone for one in all_places(tx, "unit", SITE)}
    assert found["恒居装饰"] == "13900000001"
    assert found["龙山便利店"] == "13700000007"
