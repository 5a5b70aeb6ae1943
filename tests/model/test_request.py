"""Requests: frozen, every option with one default, and the laws that keep other places in step."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import get_type_hints

import pytest

import policycmp
from policycmp.api import option_types as typed
from policycmp.cli.app import COMMANDS
from policycmp.model import command_options as requests
from policycmp.model.choices import Rule
from policycmp.model.command_options import Agree, Compare, Issues, List, choose_rule, find_least
from policycmp.model.option_record import Request, change, list_fields, read_defaults

REQUESTS = [
    value
    for value in vars(requests).values()
    if isinstance(value, type) and issubclass(value, Request) and value is not Request
]
TYPED = {
    "compare": ("CompareOptions", "Compare"),
    "show": ("ShowOptions", "Show"),
    "agree": ("AgreeOptions", "Agree"),
    "explain": ("MeasuringOptions", "Measuring"),
    "diff": ("DiffOptions", "Diff"),
    "conflicts": ("ScopeOptions", "Conflicts"),
    "changes": ("ChangesOptions", "Changes"),
    "issues": ("IssuesOptions", "Issues"),
    "camps": ("CampsOptions", "Camps"),
    "match": ("MatchOptions", "Match"),
    "list": ("ScopeOptions", "List"),
    "check": ("CheckOptions", "Check"),
    "verify": ("VerifyOptions", "Verify"),
    "find": ("FindOptions", "Find"),
    "reliability": ("ReliabilityOptions", "Reliability"),
    "align": ("AlignOptions", "Align"),
    "merge": ("MergeOptions", "Merge"),
}
POSITIONAL = {"names", "kind"}


def test_a_request_is_frozen_and_shows_what_was_given():
    asked = Compare(names=("nato",), detail=True)
    assert (asked.detail, asked.transpose, asked.actor) == (True, False, ())
    assert repr(asked) == "Compare(names=('nato',), detail=True)"
    assert asked == Compare(names=("nato",), detail=True) != Compare(names=("nato",))
    assert len({asked, Compare(names=("nato",), detail=True)}) == 1
    assert change(asked, detail=False).names == ("nato",)
    with pytest.raises(AttributeError, match="cannot change 'detail'"):
        asked.detail = False  # type: ignore[misc]


def test_an_unknown_or_missing_option_raises():
    with pytest.raises(TypeError, match="Compare takes names, by"):
        Compare(colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="missing: kind"):
        List()  # type: ignore[call-arg]


def test_fields_of_bases_are_options_too():
    fields = list_fields(Agree)
    assert {"top", "metric", "actor", "exact"} <= fields.keys()
    assert next(iter(fields)) == "names"
    assert read_defaults(Agree)["metric"] == "city-block"
    assert "kind" not in read_defaults(List)


def test_the_default_rule_is_said_in_one_place():
    assert choose_rule(None, as_of=None) is Rule.STATED_FIRST
    assert choose_rule(None, as_of="2022") is Rule.LATEST
    assert choose_rule(Rule.MEAN, as_of="2022") is Rule.MEAN


def test_the_least_value_of_a_count():
    assert find_least(Agree, "floor") == 1
    assert find_least(Issues, "floor") == 2
    assert find_least(Agree, "metric") is None


@pytest.mark.parametrize("request_class", REQUESTS, ids=lambda cls: cls.__name__)
def test_every_default_is_of_its_type(request_class):
    for name, annotation in list_fields(request_class).items():
        if not hasattr(request_class, name):
            continue
        value = getattr(request_class, name)
        word = type(value).__name__ if not isinstance(value, tuple) else "Names"
        assert annotation.removesuffix(" | None") == word or (value is None and "None" in annotation)


@pytest.mark.parametrize("name", TYPED)
def test_what_type_checkers_see_is_what_is_taken(name):
    options, request_name = TYPED[name]
    hints = get_type_hints(getattr(typed, options), localns={"Crosswalk": object})
    asked = getattr(requests, request_name)
    shown = inspect.signature(getattr(policycmp, name)).parameters
    assert hints.keys() == list_fields(asked).keys() - POSITIONAL
    assert hints.keys() <= shown.keys()
    for option, default in read_defaults(asked).items():
        if option not in POSITIONAL:
            assert shown[option].default == default


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_line_shows_the_same_defaults(name):
    module = import_module(f"policycmp.cli.commands.{name}")
    function = getattr(module, COMMANDS[name].function or name)
    own = TYPED.get(name, ("", ""))[1]
    defaults = read_defaults(getattr(requests, own)) if own else {}
    for option, parameter in inspect.signature(function).parameters.items():
        if option in defaults and option not in POSITIONAL:
            assert parameter.default == (
                defaults[option] or None if defaults[option] == () else defaults[option]
            )
