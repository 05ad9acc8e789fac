"""The rules of kv files, kept as they were read: reading Kivy's own file alone takes as long as all our modules.

Kivy's parser is asked for what is new and stays the judge of what is wrong; what it made is written down as plain values
and built again from them at the next start. Pinned Kivy: the version is part of what a file is kept under.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import kivy
import kivy.resources  # takes Kivy's own folder before `_without_style` shows another

from mobile.compiled import KEPT

_NO_STYLE = Path(__file__).resolve().parents[1] / "assets" / "kv"
"""Holds an empty `style.kv`."""


def _import_without_style() -> None:
    """Import Kivy's language without its own rules, which it reads at once and we have kept."""
    folder: str = vars(kivy)["kivy_data_dir"]
    vars(kivy)["kivy_data_dir"] = str(_NO_STYLE)
    try:
        language = import_module("kivy.lang.builder")
    finally:
        vars(kivy)["kivy_data_dir"] = folder
    vars(language)["kivy_data_dir"] = folder


_IS_EARLY = "kivy.lang" not in sys.modules
if _IS_EARLY:
    _import_without_style()

from kivy.lang import builder
from kivy.lang.parser import (
    Parser,
    ParserRule,
    ParserRuleProperty,
    ParserSelector,
    ParserSelectorClass,
    ParserSelectorName,
)

_NAMING = ParserSelectorName("")
"""Whichever: it tells under which names a class has rules."""
PLACES = ("canvas_before", "canvas_root", "canvas_after")


class KeptParser(Parser):
    """Kivy's parser, which remembers what it has read before."""

    def parse(self, content: str) -> None:
        """Read a kv text."""
        name = f"kv {kivy.__version__} {content}"
        kept = KEPT.find(name)
        if kept is None:
            super().parse(content)
            if self.root is None:
                KEPT.note(name, told(self))
        else:
            _fill(self, content, kept)


def begin() -> None:
    """Let all kv be read by it, Kivy's own rules first."""
    builder.Parser = KeptParser
    builder.call_fn = _follow
    builder.BuilderBase.match = _match
    if _IS_EARLY:
        builder.Builder.load_file(str(Path(kivy.kivy_data_dir) / "style.kv"), rulesonly=True)


# ---------------------------------------------------------------- following
def _follow(args: tuple[Any, ...], _sender: object, _value: object) -> None:
    """Give a property what its rule says now; Kivy's own way also words for its log what nobody reads, at each value."""
    element, name, value, rule, names = args
    rule.count += 1
    setattr(element, name, eval(value, names))  # noqa: S307 - compiled from our kv


def _match(self: Any, widget: Any) -> list[Any]:
    """Return the rules of a widget as Kivy does, without a call for each rule that there is."""
    key = widget.__class__, tuple(widget.cls)
    found: list[Any] | None = self._match_cache.get(key)
    if found is None:
        names = {one.__name__.lower() for one in (widget.__class__, *_NAMING.get_bases(widget.__class__))}
        found = self._match_cache[key] = []
        for selector, rule in self.rules:
            if selector.key in names if type(selector) is ParserSelectorName else selector.match(widget):
                if rule.avoid_previous_rules:
                    found.clear()
                found.append(rule)
    return found


# ---------------------------------------------------------------- writing down
def told(parser: Any) -> tuple[Any, ...]:
    """Say all that a parser has read, as plain values."""
    rules = list(dict.fromkeys(rule for _, rule in parser.rules))  # one rule may stand under several selectors
    selectors = [(type(one) is ParserSelectorClass, one.key, rules.index(rule)) for one, rule in parser.rules]
    templates = [(name, base, _rule(rule)) for name, base, rule in parser.templates]
    return [_rule(rule) for rule in rules], selectors, templates, parser.directives, parser.dynamic_classes


def _rule(rule: Any) -> tuple[Any, ...]:
    return (
        rule.name, rule.line, rule.level, rule.id, rule.avoid_previous_rules,
        [_property(one) for one in rule.properties.values()],
        [_property(one) for one in rule.handlers],
        [_rule(one) for one in rule.children],
        [_rule(one) if one else None for one in (getattr(rule, place) for place in PLACES)],
    )  # fmt: skip


def _property(one: Any) -> tuple[Any, ...]:
    keys = sorted(one.watched_keys) if one.watched_keys else None  # Kivy lists them as a set happens to be ordered
    return one.name, one.line, one.value, one.co_value, keys, one.mode, one.ignore_prev


# ---------------------------------------------------------------- building again
def _fill(parser: Any, content: str, kept: Any) -> None:
    rules, selectors, templates, directives, dynamic_classes = kept
    parser.directives, parser.dynamic_classes = list(directives), dict(dynamic_classes)
    parser.sourcecode = list(enumerate(content.splitlines()))
    parser.execute_directives()
    built = [_built_rule(parser, one) for one in rules]
    parser.rules = [(_selector(is_class, key), built[place]) for is_class, key, place in selectors]
    parser.templates = [(name, base, _built_rule(parser, rule)) for name, base, rule in templates]


def _selector(is_class: bool, key: str) -> ParserSelector:
    return ParserSelectorClass(key) if is_class else ParserSelectorName(key)


def _built_rule(parser: Any, kept: Any) -> ParserRule:
    rule = ParserRule.__new__(ParserRule)
    rule.ctx, rule.cache_marked = parser, []
    rule.name, rule.line, rule.level, rule.id, rule.avoid_previous_rules, properties, handlers, children, canvases = (
        kept
    )
    rule.properties = {one[0]: _built_property(parser, one) for one in properties}
    rule.handlers = [_built_property(parser, one) for one in handlers]
    rule.children = [_built_rule(parser, one) for one in children]
    for place, one in zip(PLACES, canvases, strict=True):
        setattr(rule, place, _built_rule(parser, one) if one is not None else None)
    return rule


def _built_property(parser: Any, kept: Any) -> ParserRuleProperty:
    one = ParserRuleProperty.__new__(ParserRuleProperty)
    one.ctx, one.count = parser, 0
    one.name, one.line, one.value, one.co_value, one.watched_keys, one.mode, one.ignore_prev = kept
    return one
