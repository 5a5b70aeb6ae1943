"""What is wrong, or doubtful, in a corpus file, and where."""

from __future__ import annotations

from enum import StrEnum

from policycmp.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A spot in a file: line and column count from 1, columns in Unicode characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        # A line that begins with two colons is a command where continuous integration reads along.
        lead = "./" if self.file.lstrip().startswith("::") else ""
        return f"{lead}{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """A fault stops every command but `check`; a warning is probably a slip; advice is what a careful
    coder would look at."""

    FAULT = "fault"
    WARNING = "warning"
    ADVICE = "advice"


ADVICE = frozenset({"W405", "W501", "W502", "W503"})
"""The codes of advice: evidence that is thin or missing, sources that do not speak."""


def judge_code(code: str) -> Severity:
    """How severe what has this code is."""
    if code in ADVICE:
        return Severity.ADVICE
    return Severity.WARNING if code[0] == "W" else Severity.FAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One finding about a corpus file, under a code that stays the same between versions."""

    code: str
    severity: Severity
    message: str
    remedy: str
    place: Place
    line: str | None = None
    """The source line itself, where there is one to show."""
    length: int = 1
    """How many characters from the column on are meant."""


def record_fault(fault: Fault) -> dict[str, str | int]:
    """The finding as a flat record."""
    return {
        "code": fault.code,
        "severity": fault.severity.value,
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "length": fault.length,
        "message": fault.message,
        "remedy": fault.remedy,
    }
