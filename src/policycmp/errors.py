"""What policycmp raises when it cannot go on. `cli` turns each class into its exit code."""

from __future__ import annotations


class PolicycmpError(Exception):
    """A plain sentence on what went wrong, and a hint on what to do about it."""

    exit_code = 70

    def __init__(self, message: str, hint: str | None = None, details: tuple[str, ...] = ()) -> None:
        self.message = "\n".join([message, *details])
        super().__init__(self.message)
        self.hint = hint
        self.lines = (message, *details)
        """The message line by line: the details are lines of their own."""


def find_reason(error: Exception) -> str:
    """Why the system or a library refused, in its own words."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


class UsageError(PolicycmpError):
    """The request cannot be carried out as it was put: a wrong name, option or combination."""

    exit_code = 2


class CorpusError(PolicycmpError):
    """The corpus was read and is faulty."""

    exit_code = 65


class UnreadableError(PolicycmpError):
    """An input is missing or cannot be read."""

    exit_code = 66


class CannotCreateError(PolicycmpError):
    """An output file may not be created where it was asked for."""

    exit_code = 73


class CannotWriteError(PolicycmpError):
    """Writing failed half-way; what stood there before is untouched."""

    exit_code = 74
