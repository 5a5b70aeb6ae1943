"""Codes of what is wrong with a file as such."""

from __future__ import annotations

from policycmp.corpusfile.codes.code import Code

FILE_CODES = (
    Code(
        code="E101",
        title="not UTF-8",
        explanation="A corpus is text in UTF-8. The place is that of the first byte which is not.",
        bad="title: Café\n",
        good="title: Café\n",
        encoding="latin-1",
    ),
    Code(
        code="E102",
        title="not readable",
        explanation=(
            "The file breaks the rules of its format: YAML, JSON, JSON Lines or CSV. Reading stops here, so "
            "what comes after is not looked at until this is mended."
        ),
        bad="title: Bus lanes: for and against\n",
        good='title: "Bus lanes: for and against"\n',
    ),
    Code(
        code="E103",
        title="key twice",
        explanation="Where a key stands twice, most programs silently keep the last, and the first is lost.",
        bad="title: Bus lanes\ntitle: Cycle lanes\n",
        good="title: Bus and cycle lanes\n",
    ),
    Code(
        code="E104",
        title="anchor, alias or merge key",
        explanation=(
            "YAML can name a value and repeat it by its name. A corpus writes every record out, so that each "
            "row can be read, moved and compared by itself."
        ),
        bad="actors:\n  - {id: a, name: &name Council}\n  - {id: b, name: *name}\n",
        good="actors:\n  - {id: a, name: Council}\n  - {id: b, name: Old Council}\n",
    ),
    Code(
        code="E105",
        title="tag",
        explanation="A YAML tag such as `!!str` changes what a value is. A corpus has no use for it.",
        bad="title: !!str 1984\n",
        good="title: 1984\n",
    ),
    Code(
        code="E106",
        title="several documents",
        explanation="A file holds one corpus; a line `---` begins another YAML document.",
        bad="title: Bus lanes\n---\ntitle: Cycle lanes\n",
        good="title: Bus lanes\n",
    ),
    Code(
        code="E107",
        title="too deep",
        explanation="Lists and mappings may stand at most 32 deep in one another; a corpus needs three.",
        bad=f"note: {'[' * 40}{']' * 40}\n",
        good="note: A short remark.\n",
    ),
    Code(
        code="E108",
        title="hidden character",
        explanation=(
            "Controls and marks that turn the direction of writing can make a text look like another. Write "
            "visible characters; right-to-left scripts need no marks."
        ),
        bad='title: "Bus \\u202elanes"\n',
        good="title: Bus lanes\n",
    ),
    Code(
        code="E109",
        title="empty file",
        explanation="The file holds only space or comments. `policycmp init` writes a first corpus.",
        bad="# nothing yet\n",
        good="title: Bus lanes\n",
    ),
    Code(
        code="E110",
        title="not a mapping",
        explanation="A corpus begins with keys such as `issues:`; a line of JSON Lines is an object.",
        bad="Bus lanes\n",
        good="title: Bus lanes\n",
    ),
    Code(
        code="E111",
        title="unknown version",
        explanation="The file says it is of a version of the format that this policycmp does not read.",
        bad="policycmp: 2\n",
        good="policycmp: 1\n",
    ),
    Code(
        code="E112",
        title="unreadable file",
        explanation="The file is missing, a directory, or may not be read. Other inputs are checked.",
        bad="",
        good="title: Bus lanes\n",
        missing=True,
    ),
    Code(
        code="E113",
        title="row of another width",
        explanation="A row has as many cells as the header. One more is often a comma without quotes.",
        bad="actor,issue,stance,source,attribution\ncouncil,lane,1,gazette\n",
        good="actor,issue,stance,source,attribution\ncouncil,lane,1,gazette,stated\n",
        suffix=".csv",
    ),
)
