"""Files to one corpus: with an error where it is faulty, or with every fault told."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from policycmp.corpusfile.bundled import display_name
from policycmp.corpusfile.diagnostics import Findings
from policycmp.corpusfile.foreign import refuse_foreign
from policycmp.corpusfile.inputs import Input, open_input
from policycmp.corpusfile.marks import BrokenError, Spot, StopReadingError
from policycmp.corpusfile.reader_choice import choose_reader
from policycmp.errors import CorpusError, UnreadableError
from policycmp.load.builder import Assembly
from policycmp.load.warnings import note_doubts
from policycmp.model.fault import Fault, Severity
from policycmp.text.grammar import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policycmp.corpusfile.reader import Reader
    from policycmp.model.corpus import Corpus
    from policycmp.model.origin import Origin

    Lending = Corpus | Callable[[], Corpus | None] | None
    """A corpus whose codebook bare positions borrow, or what finds it once one of them has need of it."""

_SHOWN = 3
"""How many faults an error message tells in full."""


class FaultyCorpusError(CorpusError):
    """The corpus has faults; `faults` holds them all."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        lines = [f"  {fault.place}: {fault.message}; {fault.remedy}" for fault in faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            lines.append(f"  and {count(len(faults) - _SHOWN, 'more', 'more')}")
        hint = f"run: policycmp check {faults[0].place.file}"
        super().__init__(f"the corpus has {count(len(faults), 'fault')}", hint, tuple(lines))
        self.faults = faults


def load_corpus(inputs: Sequence[str | Input], *, codebook: Lending = None) -> Corpus:
    """The corpus of all inputs together, each a path or `-` for standard input.

    Bare positions take what they name from the codebook where it has it. Raises UnreadableError for
    an input that cannot be read, FaultyCorpusError for a faulty corpus.
    """
    return _load(inputs, codebook)[0]


def load_with_kind(given: Input, *, codebook: Lending = None) -> tuple[Corpus, bool]:
    """The same of one input, and whether it is bare, a file of positions without a codebook."""
    return _load([given], codebook)


def _load(inputs: Sequence[str | Input], codebook: Lending) -> tuple[Corpus, bool]:
    loading = _Loading(codebook)
    for given in inputs:
        loading.take(open_input(given))
    loading.read()
    faults = loading.list_faults(Severity.FAULT)
    if faults:
        raise FaultyCorpusError(faults)
    return loading.build(), loading.assembly.is_bare


def check_corpus(
    inputs: Sequence[str | Input], *, codebook: Lending = None
) -> tuple[Corpus | None, tuple[Fault, ...]]:
    """The corpus, None where it has faults, and all faults and warnings in the order of their places."""
    loading = _Loading(codebook)
    for given in inputs:
        try:
            loading.take(open_input(given))
        except UnreadableError as error:
            loading.refuse(str(given), error)
    loading.read()
    loading.note_doubts()
    faults = loading.list_faults()
    faulty = any(fault.severity is Severity.FAULT for fault in faults)
    return None if faulty else loading.build(), faults


@contextmanager
def _pause_collector() -> Iterator[None]:
    """No garbage collection meanwhile: loading makes a great many objects and no cycles, and the
    collector would walk over all of them again and again, a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Loading:
    """One run over a number of inputs."""

    def __init__(self, codebook: Lending) -> None:
        self.assembly = Assembly(codebook if callable(codebook) else lambda: codebook)
        self.inputs: list[tuple[Reader, Findings]] = []
        self.findings: list[Findings] = []
        self.origins: list[Origin] = []
        self.complete = True
        """Whether every input was read to its end, so that what is missing is missing."""

    def take(self, given: Input) -> None:
        findings = Findings(given.name, given.data)
        self.findings.append(findings)
        self.inputs.append((choose_reader(given), findings))
        self.origins.append(given.origin)

    def refuse(self, name: str, error: UnreadableError) -> None:
        findings = Findings(display_name(name))
        findings.add("E112", Spot(0, 0), error.message, error.hint or "see who may read it")
        self.findings.append(findings)
        self.complete = False

    def read(self) -> None:
        """Read all inputs, bare positions last, for then the whole codebook is known."""
        with _pause_collector():
            for bare in (False, True):
                for reader, findings in self.inputs:
                    if reader.bare is bare:
                        self.read_one(reader, findings)
                if not bare and self.complete:
                    self.assembly.settle()
        if self.complete:
            self.assembly.codebook.check_references()
        self.assembly.repeated.tell_counts()

    def read_one(self, reader: Reader, findings: Findings) -> None:
        try:
            refuse_foreign(findings)
            for row in reader.read(findings.data, findings):
                self.assembly.add(row, findings)
        except BrokenError as broken:
            findings.add_broken(broken)
            self.complete = False
        except StopReadingError:
            self.complete = False

    def note_doubts(self) -> None:
        from policycmp.corpusfile.damaged_letters import note_damage

        for reader, findings in self.inputs:
            note_damage(findings)
            if reader.note_doubts:
                reader.note_doubts(findings.data, findings)
        if self.complete:
            # What a faulty table may still use is not called unused.
            whole = not any(
                fault.severity is Severity.FAULT
                for reader, findings in self.inputs
                if reader.bare
                for fault in findings.faults
            )
            by_file = {findings.file: findings for findings in self.findings}
            note_doubts(self.assembly, by_file, whole=whole)

    def list_faults(self, severity: Severity | None = None) -> tuple[Fault, ...]:
        faults = [
            fault
            for findings in self.findings
            for fault in sorted(
                findings.faults, key=lambda f: (f.place.line, f.place.column, f.code, f.message)
            )
        ]
        return tuple(fault for fault in faults if severity in {None, fault.severity})

    def build(self) -> Corpus:
        return self.assembly.build(tuple(self.origins))
