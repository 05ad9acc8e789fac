"""The tablet's design system: small widgets on plain Kivy, each `x.py` with its `x.kv`.

A widget has one data property (or a few plain ones), draws it, and emits events in the words of the trade.

Invariant: a widget never opens the store, never calls an action, never reads a clock.
Invariant: sizes that hold text come from the theme's type scale, never from fixed dp, so that large fonts are not cut.
Invariant: colour never speaks alone; every state has an icon and a word.

Start reading in `theme.py` (the tokens), then `paint.kv` (surfaces), then `row.py` (the checklist).
"""
