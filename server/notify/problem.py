"""What goes wrong with a channel, in a word that may be shown and kept: never an address or a secret."""

from __future__ import annotations


class ChannelError(Exception):
    """A message could not be sent. ``word`` names what is wrong (a text key ``channel.problem_*``), ``code`` is the other
    side's number or the kind of the fault; ``is_ours``: only this message is concerned, not the whole channel.
    """

    def __init__(self, word: str, code: str = "", *, is_ours: bool = False) -> None:
        super().__init__(f"{word} {code}".strip())
        self.word = word
        self.code = code
        self.is_ours = is_ours

    @property
    def told(self) -> str:
        """The word and the code, as they are kept."""
        return f"{self.word} {self.code}".strip()
