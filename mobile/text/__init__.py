"""What the tablet says: Chinese first, English second, both complete.

Invariant: every text that a user sees comes from here, from a template or from what a person wrote.
Start reading at `catalogue.py`: the keys; `zh_cn.py` and `en.py` fill them in.
"""

from __future__ import annotations

from mobile.text.catalogue import Texts
from mobile.text.en import EN
from mobile.text.zh_cn import ZH_CN

__all__ = ["EN", "ZH_CN", "Texts", "texts_for"]


def texts_for(language: str) -> Texts:
    """Return the texts of a language (`zh` or `en`); Chinese for any other."""
    return EN if language == "en" else ZH_CN
