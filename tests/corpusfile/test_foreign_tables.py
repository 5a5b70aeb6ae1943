"""Tables from elsewhere: read as they are meant, or refused with the cause."""

from __future__ import annotations

import pytest

from makers import make_corpus
from policycmp.corpusfile.dates import parse_period
from policycmp.load.corpus import FaultyCorpusError, check_corpus, load_corpus

BOOK = """\
title: Harbour
issues:
  - {id: h-7, title: Night ferry, aliases: [late boat]}
  - {id: quay, title: New quay}
actors:
  - {id: rowers, name: Rowing Club, short: RC}
  - {id: pilots, name: Guild of Pilots}
sources:
  - {id: minutes, title: Minutes}
"""
HEAD = "actor,issue,stance,source,attribution\n"


def write(tmp_path, **files):
    paths = []
    for name, content in files.items():
        suffix = ".yaml" if name == "book" else ".tsv" if name == "tabs" else ".csv"
        path = tmp_path / (name + suffix)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(str(path))
    return paths


def read(tmp_path, **files):
    return load_corpus(write(tmp_path, **files))


def tell(tmp_path, **files):
    _, faults = check_corpus(write(tmp_path, **files))
    return [(f.code, f"{f.place.line}:{f.place.column}") for f in faults if f.code[0] == "E"]


def list_cells(corpus):
    return [(p.actor, p.issue, p.stance, p.source) for p in corpus.positions]


@pytest.mark.parametrize(
    "text",
    [
        "actor;issue;stance;source;attribution\nrowers;quay;2;minutes;stated\n",
        "sep=;\nactor;issue;stance;source;attribution\nrowers;quay;2;minutes;stated\n",
        "actor\tissue\tstance\tsource\tattribution\nrowers\tquay\t2\tminutes\tstated\n",
        "actor, issue, stance, source, attribution\nrowers , quay, 2, minutes, stated\n",
        '"actor", "issue", "stance", "source", "attribution"\n"rowers", "quay", "2", "minutes", "stated"\n',
        "actor,issue,stance,source,attribution,,\nrowers,quay,2,minutes,stated,,\n",
        HEAD + "Rowing Club,New quay,Strongly  Supports,Minutes,Stated\n",
        HEAD + "RC,new QUAY,+2,minutes,stated\n",
    ],
)
def test_other_ways_to_write_a_table_are_read(text, tmp_path):
    assert list_cells(read(tmp_path, book=BOOK, table=text)) == [("rowers", "quay", 2, "minutes")]


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("Who stands where;;\nactor;issue;stance;source;attribution\n", "E116", "named in line 2"),
        ("party;statement;answer\nrowers;quay;1\n", "E117", "rename `party` to `actor`"),
        ("Party,New quay,Night ferry\nrowers,1,2\n", "E117", "rename `Party` to `actor` and keep"),
        ("alpha;beta\n1;2\n", "E117", "'alpha' and 'beta'"),
    ],
)
def test_a_table_of_another_kind_is_one_fault(text, code, told, tmp_path):
    _, faults = check_corpus(write(tmp_path, table=text))
    (fault,) = faults
    assert fault.code == code
    assert told in f"{fault.message}; {fault.remedy}"


@pytest.mark.parametrize("minus", ["\u2212", "\u2013", "\u2010", "\uff0d"])
def test_any_minus_is_one(minus, tmp_path):
    text = f"{HEAD}rowers,quay,{minus}2,minutes,stated\n"
    assert read(tmp_path, book=BOOK, table=text).positions[0].stance == -2


def test_a_decimal_comma_is_read_where_semicolons_separate(tmp_path):
    book = BOOK.replace("issues:", "scales: [{id: ten, low: 0, high: 10}]\nissues:").replace(
        "title: New quay", "title: New quay, scale: ten"
    )
    text = "actor;quay;page\nrowers;2,5;3,4\n"
    (position,) = read(tmp_path, book=book, table=text).positions
    assert position.stance == 2.5
    assert position.evidence.page == "3,4"
    assert tell(tmp_path, book=book, table='actor,quay\nrowers,"2,5"\n') == [("E303", "2:8")]


def test_columns_that_are_no_issues_of_the_codebook_are_refused(tmp_path):
    text = "actor,cluster,Late boat,quay,seats\nrowers,1,2,-1,2\n"
    assert tell(tmp_path, book=BOOK, table=text) == [("E201", "1:7"), ("E201", "1:30")]
    text = text.replace("cluster,", "").replace("rowers,1,", "rowers,")
    text = text.replace(",seats", "").replace("-1,2", "-1")
    assert list_cells(read(tmp_path, book=BOOK, table=text)) == [
        ("rowers", "h-7", 2, "table"),
        ("rowers", "quay", -1, "table"),
    ]


def test_the_current_corpus_is_a_codebook_too(tmp_path):
    path = write(tmp_path, table="actor,bus-lane,cluster\nmayor,1,2\n")
    with pytest.raises(FaultyCorpusError) as caught:
        load_corpus(path, codebook=make_corpus())
    assert "'cluster'" in caught.value.message


def test_what_is_declared_nowhere_is_kept_with_the_nearest(tmp_path):
    text = HEAD + "rower,quay,1,minutes,stated\npilots,7,1,minutes,stated\n"
    corpus = read(tmp_path, book=BOOK, table=text)
    assert [(u.kind, u.id, u.nearest, u.beside) for u in corpus.undeclared] == [
        ("actor", "rower", "rowers", True),
        ("issue", "7", None, True),
    ]


def test_without_a_codebook_everything_is_undeclared_and_nothing_a_slip(tmp_path):
    corpus = read(tmp_path, table="actor,q1,q2\na,0,1\nb,1,1\n")
    assert {(u.kind, u.beside) for u in corpus.undeclared} == {
        ("actor", False),
        ("issue", False),
        ("source", False),
    }


def test_codes_for_no_answer_are_left_out_and_counted(tmp_path):
    scale = "scales: [{id: warmth, low: 0, high: 100, missing: [99, k.A.]}]\nissues:"
    book = BOOK.replace("issues:", scale).replace("title: New quay", "title: New quay, scale: warmth")
    rows = "rowers,quay,99.0,minutes,stated\nrowers,quay,K.A.,minutes,stated\n"
    rows += "pilots,quay,98,minutes,stated\n"
    corpus = read(tmp_path, book=book, table=HEAD + rows)
    assert [(p.actor, p.stance) for p in corpus.positions] == [("pilots", 98)]
    assert corpus.unanswered == 2


def test_a_code_that_is_not_declared_is_one_fault_for_all_its_cells(tmp_path):
    rows = "".join(f"a{n},quay,-9,minutes,stated\n" for n in range(5)) + "a,quay,NA,minutes,stated\n"
    _, faults = check_corpus(write(tmp_path, book=BOOK, table=HEAD + rows))
    found = [fault for fault in faults if fault.code == "E303"]
    assert [fault.message for fault in found] == [
        "the stance '-9' is not on the scale `five-point`, in 5 cells",
        "the stance 'NA' is not on the scale `five-point`",
    ]
    assert "missing: [-9]" in found[0].remedy


def test_a_faulty_table_is_told_alone(tmp_path):
    _, faults = check_corpus(write(tmp_path, book=BOOK, table="Actor,issue,stance,source,attribution\n"))
    assert [(fault.code, fault.place.line) for fault in faults] == [("E201", 1)]


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        ("actor\tissue\n".encode("utf-16"), "E101", "UTF-16"),
        ("actor\tissue\n".encode("utf-16-le"), "E101", "UTF-16"),
        ((HEAD + "d\xf6rfler,x,1,y,stated\n").encode("cp1252"), "E101", "'d\xf6rfler,x"),
        (b"PK\x03\x04\x14\0\x06\0" + b"\0" * 20 + b"xl/workbook.xml", "E114", "Excel workbook (.xlsx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "E114", "Excel workbook of the old kind"),
        (b"%PDF-1.7\n", "E114", "a PDF file"),
        (b"\n <HTML lang=en>\n", "E114", "web page"),
    ],
)
def test_another_kind_of_file_is_one_fault_that_names_it(data, code, told, tmp_path):
    _, faults = check_corpus(write(tmp_path, table=data))
    (fault,) = faults
    assert fault.code == code
    assert told in fault.message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2021/3/5", ["2021-03-05"]),
        ("2021.03.5", ["2021-03-05"]),
        ("2021-03-05 00:00:00", ["2021-03-05"]),
        ("2021-03-05T10:20:00Z", ["2021-03-05"]),
        ("25.3.2021", ["2021-03-25"]),
        ("3/25/2021", ["2021-03-25"]),
        ("5.3.2021", ["2021-03-05", "2021-05-03"]),
        ("5. 5. 2021", ["2021-05-05"]),
    ],
)
def test_a_date_in_another_order_is_told_with_the_days_it_may_mean(text, meant):
    with pytest.raises(ValueError, match="did you mean") as caught:
        parse_period(text)
    assert text in str(caught.value)
    assert [word for word in str(caught.value).replace("?", "").split() if word[:5] == "2021-"] == meant
    assert ("ambiguous" in str(caught.value)) == (len(meant) > 1)


def test_points_may_fall(tmp_path):
    book = BOOK.replace(
        "issues:", "scales: [{id: s, points: [3, 2, 1], labels: [opposed, neutral, in favour]}]\nissues:"
    ).replace("title: New quay", "title: New quay, scale: s")
    rows = "rowers,quay,1,minutes,stated\npilots,quay,Opposed,minutes,stated\n"
    corpus = read(tmp_path, book=book, table=HEAD + rows)
    assert [(p.stance, p.placement) for p in corpus.positions] == [(1, 1.0), (3, -1.0)]
    scale = corpus.scale_by_id["s"]
    assert [scale.stance_at(place) for place in (-1.0, 0.0, 0.5, 1.0)] == [3, 2, 1.5, 1]
