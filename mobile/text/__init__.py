"""What the tablet says: Chinese first, English second, both complete.

Invariant: every text that a user sees comes from here, from a template or from what a person wrote.
Start reading at `catalogue.py`: the keys; `zh_cn.py` and `en.py` fill them in.
"""

from __future__ import annotations

from mobile.text.catalogue import Texts
from mobile.text.zh_cn import ZH_CN

__all__ = ["ZH_CN", "Texts", "texts_for"]


def texts_for(language: str) -> Texts:
    """Return the texts of a language (`zh` or `en`); Chinese for any other."""
    if language != "en":
        return ZH_CN
    from mobile.text.en import EN  # a start in Chinese needs none of it

    return EN
