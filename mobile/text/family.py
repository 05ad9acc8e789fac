"""What the classes of texts are made of: names that are given once, by keyword, and never change."""

from __future__ import annotations

from typing import dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Family:
    """The texts of one language under the names that a class of them declares.

    To a type checker a frozen dataclass. It is none: methods for nine hundred names took a twentieth of the tablet's start.
    """

    def __init__(self, **texts: object) -> None:
        if texts.keys() != type(self).__annotations__.keys():
            raise TypeError(f"{type(self).__name__} wants {sorted(texts.keys() ^ type(self).__annotations__.keys())}")
        vars(self).update(texts)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} is given once")
