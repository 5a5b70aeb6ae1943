"""The tables of fields in the documentation."""

from __future__ import annotations

from policycmp.corpusfile.fields import HEAD, KINDS, Field, Kind


def describe_fields() -> str:
    """All kinds of records with their fields, in Markdown."""
    return "\n".join(_describe_kind(kind) for kind in (HEAD, *KINDS))


def _describe_kind(kind: Kind) -> str:
    title = f"`{kind.section}`" if kind.section else "The document"
    head = f"### {title}\n\n{kind.help}\n\n| key | holds | example | |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"{_describe_field(field)}\n" for field in kind.fields)


def _describe_field(field: Field) -> str:
    holds = str(field.type)
    if field.target:
        holds = f"id under `{field.target}`"
    elif field.choices:
        holds = ", ".join(f"`{choice}`" for choice in field.choices)
    help_text = f"{'**Required.** ' if field.required else ''}{field.help}"
    return f"| `{field.name}` | {holds} | `{field.example}` | {help_text} |"
