"""Our dataclasses behave as the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from functools import cached_property

import pytest

from policycmp.record import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    """A class of ours."""

    name: str
    size: int | None = None
    parts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.name.upper()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Theirs:
    """The same by the standard library."""

    name: str
    size: int | None = None
    parts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.name.upper()


@dataclass(frozen=True, slots=True)
class Pair:
    """Given by place."""

    first: int
    second: int = 2


@dataclass(slots=True)
class Open:
    """Can be changed."""

    first: int
    second: int = 2


@dataclass(frozen=True, kw_only=True)
class Loose:
    """Holds what is worked out later."""

    name: str = "a"

    @cached_property
    def label(self) -> str:
        return self.name.upper()


def test_an_open_class_can_be_changed_and_has_no_hash() -> None:
    made = Open(1)
    made.second = 3
    assert made == Open(1, 3)
    assert repr(made) == "Open(first=1, second=3)"
    with pytest.raises(TypeError):
        hash(made)


def test_a_loose_class_is_frozen_and_caches() -> None:
    made = Loose()
    assert made.label is made.label
    assert dataclasses.replace(made, name="b").label == "B"
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.name = "c"  # type: ignore[misc]


def test_what_is_made_and_shown_is_the_same() -> None:
    for values in ({"name": "a"}, {"name": "a", "size": 3, "parts": ("b",)}):
        ours, theirs = Ours(**values), Theirs(**values)
        assert repr(ours).removeprefix("Ours") == repr(theirs).removeprefix("Theirs")
        assert ours.label == theirs.label == "A"
        assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
        assert hash(ours) == hash(theirs)
    assert Ours.__doc__ == "A class of ours."
    assert Ours.__slots__ == Theirs.__slots__
    assert Ours.__match_args__ == Theirs.__match_args__


def test_equality_is_of_class_and_values() -> None:
    assert Ours(name="a") == Ours(name="a")
    assert Ours(name="a") != Ours(name="b")
    assert Ours(name="a") != Theirs(name="a")
    assert Pair(1) == Pair(1, 2) != (1, 2)
    assert len({Ours(name="a"), Ours(name="a", size=None), Ours(name="b")}) == 2


def test_nothing_can_be_changed_or_added() -> None:
    ours = Ours(name="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        ours.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del ours.name
    with pytest.raises(dataclasses.FrozenInstanceError):
        ours.other = 1  # type: ignore[attr-defined]
    assert not hasattr(ours, "__dict__")


def test_arguments_are_held_to_the_fields() -> None:
    for wrong in ({}, {"name": "a", "colour": "red"}):
        with pytest.raises(TypeError):
            Ours(**wrong)
    with pytest.raises(TypeError):
        Ours("a")  # type: ignore[misc]


def test_functions_of_dataclasses_take_them() -> None:
    assert dataclasses.is_dataclass(Ours)
    assert [(f.name, f.default) for f in dataclasses.fields(Ours)] == [
        (f.name, f.default) for f in dataclasses.fields(Theirs)
    ]
    assert dataclasses.replace(Ours(name="a", size=1), size=2) == Ours(name="a", size=2)
    assert dataclasses.replace(Pair(1), second=3) == Pair(1, 3)


def test_copies_and_pickles_are_equal() -> None:
    ours = Ours(name="a", parts=("b",))
    for again in (copy.copy(ours), copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):  # noqa: S301
        assert again == ours


@pytest.mark.parametrize(
    "record", [Ours(name="a", size=1), Theirs(name="a", size=1), Pair(1), Open(1), Loose(name="a")]
)
def test_replace_is_the_standard_one(record):
    field = "first" if hasattr(record, "first") else "name"
    changed = replace(record, **{field: 7})
    assert changed == dataclasses.replace(record, **{field: 7})
    assert changed != record
    with pytest.raises(TypeError):
        replace(record, nothing=1)


def test_a_class_with_a_base_is_refused():
    with pytest.raises(TypeError, match="take the standard decorator"):

        @dataclass(frozen=True, slots=True)
        class Derived(Pair):
            """It would not fit its base's slots."""

            third: int
