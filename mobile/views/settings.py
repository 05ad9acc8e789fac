"""Settings: language, text size, look, and what this tablet is."""

from __future__ import annotations

from dataclasses import dataclass

from mobile.views.parts import FactView, OptionView
from mobile.views.setting import Setting
from mobile.views.who import duty_view

LANGUAGE, TEXT_SCALE, LOOK = "language", "text_scale", "look"
SCALES = (("1.0", "size_normal"), ("1.15", "size_large"), ("1.3", "size_larger"), ("1.5", "size_largest"))
LOOKS = (
    ("light", "look_light", "white-balance-sunny"),
    ("contrast", "look_contrast", "contrast-circle"),
    ("dark", "look_dark", "weather-night"),
)
LIGHT, QUIET, IS_QUIET = "light", "quiet", "1"


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The settings."""

    title: str = ""
    person: str = ""
    person_detail: str = ""
    shift_words: str = ""
    shift_leads_to: str = ""
    shift: str = ""
    switch: str = ""
    pin: str = ""
    language_title: str = ""
    languages: tuple[OptionView, ...] = ()
    scale_title: str = ""
    scales: tuple[OptionView, ...] = ()
    look_title: str = ""
    looks: tuple[OptionView, ...] = ()
    signs_title: str = ""
    signs: tuple[OptionView, ...] = ()
    about_title: str = ""
    about: tuple[FactView, ...] = ()
    licences: str = ""


def settings_view(setting: Setting, version: str) -> SettingsView:
    """Make the view of the settings screen."""
    texts, source = setting.texts, setting.source
    scale, look = source.setting(TEXT_SCALE, "1.0"), source.setting(LOOK, LIGHT)
    duty = duty_view(setting)
    is_quiet = source.setting(QUIET) == IS_QUIET
    enrolment = source.enrolment()
    site = source.site(enrolment.site) if enrolment else None
    about = (
        (texts.about_person, setting.person_name()),
        (texts.about_site, setting.say(site.name) if site else ""),
        (texts.about_device, enrolment.device_name if enrolment else ""),
        (texts.about_server, enrolment.server_url if enrolment else ""),
        (texts.about_version, version),
    )
    return SettingsView(
        title=texts.settings_title,
        person=setting.person_name(),
        person_detail=duty.detail,
        shift_words=texts.shift.closing_title if duty.leads_to == "closing" else texts.shift.check_title,
        shift_leads_to=duty.leads_to,
        shift=duty.record,
        switch=duty.switch,
        pin=texts.shift.pin_mine,
        language_title=texts.settings_language,
        languages=(
            OptionView("zh", texts.language_zh, is_chosen=texts.language == "zh"),
            OptionView("en", texts.language_en, is_chosen=texts.language == "en"),
        ),
        scale_title=texts.settings_text_size,
        scales=tuple(OptionView(key, str(getattr(texts, name)), is_chosen=key == scale) for key, name in SCALES),
        look_title=texts.settings_look,
        looks=tuple(
            OptionView(key, str(getattr(texts, name)), icon, is_chosen=key == look) for key, name, icon in LOOKS
        ),
        signs_title=texts.settings_signs,
        signs=(
            OptionView("0", texts.signs_on, "volume-high", is_chosen=not is_quiet),
            OptionView(IS_QUIET, texts.signs_off, "volume-off", is_chosen=is_quiet),
        ),
        about_title=texts.settings_about,
        about=tuple(FactView(name, words) for name, words in about if words),
        licences=texts.about_licences,
    )
