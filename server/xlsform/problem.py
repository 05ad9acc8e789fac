"""What the importer has to say about a form: problems that refuse it and warnings that do not."""

from __future__ import annotations

from dataclasses import dataclass, field

from shared.errors import TemplateError
from shared.model.place import Text

_SHOWN_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or warning: where (file, line from 1, column), what was found and what was expected, in both languages.

    ``line`` 0 means the file as a whole; ``column`` is the header as the author wrote it, empty for the whole line.
    """

    file: str
    line: int
    column: str
    found: str
    expected: Text

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f" {self.column}" if self.column else ""
        return f"{place}{column}: found “{self.found}”, expected {self.expected.en}"

    def facts(self) -> dict[str, object]:
        """Return the problem as JSON values, as it travels in a problem document."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "found": self.found,
            "expected": self.expected.en,
            "expected_zh": self.expected.zh,
        }


@dataclass(slots=True)
class Findings:
    """Collects problems and warnings while a form is read, so that an author sees all of them at once."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def refuse(self, file: str, line: int, column: str, found: object, expected: Text) -> None:
        """Note a fault; the form will not be imported."""
        self.problems.append(Problem(file, line, column, _shown(found), expected))

    def warn(self, file: str, line: int, column: str, found: object, expected: Text) -> None:
        """Note something that an author should know and that does not refuse the form."""
        self.warnings.append(Problem(file, line, column, _shown(found), expected))

    def settle(self) -> tuple[Problem, ...]:
        """Return the warnings in the order of the lines.

        Raises:
            TemplateError: there are problems; ``problems`` lists each with file, line, column, found and expected.
        """
        if self.problems:
            raise TemplateError(problems=[problem.facts() for problem in _ordered(self.problems)])
        return tuple(_ordered(self.warnings))


def _ordered(problems: list[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line))


def _shown(found: object) -> str:
    text = str(found)
    return text if len(text) <= _SHOWN_LETTERS else text[: _SHOWN_LETTERS - 1] + "…"
