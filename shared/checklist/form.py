"""A template laid out for evaluation: which items repeat over which assets, and which readings are parts of which item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from shared.ids import AssetId
from shared.model.place import Asset, AssetKind
from shared.model.template import Item, Section, Template


class Form:
    """A template with the assets of one record."""

    __slots__ = ("_assets", "_chains", "_rows", "_sought", "by_asset", "items", "parts", "sections", "template")

    def __init__(self, template: Template, assets: tuple[Asset, ...]) -> None:
        self.template = template
        self.items = {item.name: item for item in template.items}
        self.sections = {section.name: section for section in template.sections}
        self.by_asset = {asset.id: asset for asset in assets}
        self._sought = frozenset(item.section for item in template.items if item.category and item.section)
        self._assets: dict[AssetKind, tuple[AssetId, ...]] = {}
        for asset in self.by_asset.values():
            self._assets[asset.kind] = (*self._assets.get(asset.kind, ()), asset.id)
        self._chains = {section.name: self._chain(section.name) for section in template.sections}
        self.parts: dict[str, list[Item]] = defaultdict(list)
        for item in template.items:
            if item.part_of in self.items:
                self.parts[item.part_of].append(item)
        self._rows = tuple(self._laid_out())

    def rows(self) -> tuple[tuple[Item, AssetId | None], ...]:
        """List every item in the order of the form; a repeat's items once for each asset, asset by asset."""
        return self._rows

    def _laid_out(self) -> Iterator[tuple[Item, AssetId | None]]:
        for repeat, group in groupby(self.template.items, lambda item: self.repeat_of(item.section)):
            items = list(group)
            for per in self.instances(repeat):
                for item in items:
                    yield item, per

    def groups(self, section: str) -> tuple[Section, ...]:
        """List the group ``section`` and those around it, innermost first."""
        return self._chains.get(section, ())

    def is_part(self, section: str) -> bool:
        """Tell whether a section belongs to a part that an inspection may leave out: one that looks for hazards."""
        return any(group.name in self._sought for group in self.groups(section))

    def repeat_of(self, section: str) -> Section | None:
        """Find the repeat that ``section`` is or lies in."""
        return next((group for group in self.groups(section) if group.repeat_over), None)

    def instances(self, repeat: Section | None) -> tuple[AssetId | None, ...]:
        """List the assets that a repeat turns over, in order; one turn without an asset outside repeats."""
        if repeat is None or repeat.repeat_over is None:
            return (None,)
        return self._assets.get(repeat.repeat_over, ())

    def field(self, per: AssetId | None, key: str) -> str | float | int | bool | None:
        """Read a field of the asset that a row is about: its repeat's, or the one that the whole form is about.

        A row about no one asset takes the first of the record's assets that has the field.
        """
        kind = self.template.per_asset
        if per is not None:
            assets = [self.by_asset[per]] if per in self.by_asset else []
        else:
            assets = [asset for asset in self.by_asset.values() if kind is None or asset.kind is kind]
            assets = assets[:1] if kind else assets
        return next((asset.data[key] for asset in assets if asset.data.get(key) not in (None, "")), None)

    def _chain(self, name: str) -> tuple[Section, ...]:
        chain: list[Section] = []
        while name in self.sections and self.sections[name] not in chain:
            chain.append(self.sections[name])
            name = chain[-1].parent
        return tuple(chain)
