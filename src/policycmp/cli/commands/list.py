"""`policycmp list`: what the corpus holds, one kind at a time."""

from __future__ import annotations

from typing import Any

from policycmp.cli.command import command
from policycmp.cli.options import word
from policycmp.cli.output import Writing, write_result
from policycmp.model.choices import Kinds
from policycmp.model.command_options import List
from policycmp.record import replace

KIND = replace(word("KIND", "{choices}."), choices=tuple(Kinds))


@command(List, arguments={"kind": KIND})
def list_kind(*, kind: str, corpus: list[str] | None, writing: Writing, **asked: Any) -> None:
    """List what the corpus holds; one per line when piped.

    Positions written as csv, tsv, json or jsonl can be read back as a corpus.
    """
    from policycmp.api.list import list  # noqa: A004

    write_result(list(corpus, kind, **asked), writing)
