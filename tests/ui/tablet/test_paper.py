"""A paper is read on the screen before it is signed, on a phone as well."""

from __future__ import annotations

from mobile import actions


def test_a_page_that_is_tapped_is_shown_larger_and_back_leads_to_the_paper(open_app):
    # Given a paper on a phone, where a page is much narrower than it will be printed
    finger = open_app((360, 740))
    finger.app.desk.router.go("paper", f"shift:{actions.begin_shift(finger.app.parts.tablet)}")
    finger.settle()
    page = finger.find("PageImage")
    width = page.width

    # When it is tapped
    finger.tap(page)

    # Then it can be read, and moved under the finger
    sheet = finger.find("PageSheet")
    (large,) = sheet.ids.view.children
    assert large.source == page.source
    assert large.width >= 2 * width
    left = sheet.ids.view.scroll_x
    finger.drag([(300, 400), (60, 400)])
    assert sheet.ids.view.scroll_x > left

    finger.back()
    assert not finger.all("PageSheet")
    assert finger.app.desk.router.here.screen == "paper"
