"""Plug-ins are found by their entry points; a broken one is named and stops nobody."""

import re
import sys
import types
from datetime import UTC, datetime
from importlib.metadata import EntryPoint
from pathlib import Path

import pluggy
import pytest

from ingest import plugins
from ingest.hookspecs import Ingester, hookimpl
from ingest.model import Fetched, Parsed, Source

DOCS = Path(__file__).parents[2] / "docs" / "plugins.md"
BUILT_IN = len(plugins.load(()).ingesters)


@pytest.fixture
def module():
    """Make an importable module and its entry point."""
    made = []

    def make(name="example_plugin", **members):
        code = types.ModuleType(name)
        vars(code).update(members)
        sys.modules[name] = code
        made.append(name)
        return EntryPoint("example", name, plugins.PROJECT)

    yield make
    for name in made:
        del sys.modules[name]


def registering(*ingesters):
    @hookimpl
    def register_ingesters(register):
        for ingester in ingesters:
            register(ingester)

    return register_ingesters


def ingester(name="extra"):
    return Ingester(name, lambda fetched: 0, lambda fetched: Parsed((), name))


def test_an_installed_plugin_registers_its_ingesters(module):
    found = plugins.load(
        (module(register_ingesters=registering(ingester("one"), ingester("two"))),)
    )
    assert [known.name for known in found.ingesters[BUILT_IN:]] == ["one", "two"]
    assert found.problems == ()
    assert isinstance(found.manager, pluggy.PluginManager)
    assert found.manager.has_plugin("example (example_plugin)")


def test_a_plugin_without_this_hook_is_welcome(module):
    found = plugins.load((module(),))
    assert found.problems == ()


@hookimpl
def fails(register):
    raise RuntimeError("no\nsuch luck")


@hookimpl
def takes_more(register, more):
    """Ask for an argument that the hook has not."""


@pytest.mark.parametrize(
    ("register_ingesters", "reason"),
    [
        (fails, "no such luck"),
        (takes_more, "more"),
        (registering("no ingester"), "takes an Ingester, not str"),
        (registering(ingester("feed")), "named 'feed' is there already"),
    ],
)
def test_a_broken_plugin_is_named_and_left_out(module, register_ingesters, reason):
    broken = module("broken_plugin", register_ingesters=register_ingesters)
    good = module("good_plugin", register_ingesters=registering(ingester("good")))
    found = plugins.load((broken, good))
    (problem,) = found.problems
    assert "example (broken_plugin) left out" in problem
    assert reason in problem
    assert "\n" not in problem
    assert [known.name for known in found.ingesters[BUILT_IN:]] == ["good"]
    assert not found.manager.has_plugin("example (broken_plugin)")


def test_a_plugin_that_cannot_be_imported_is_named_and_left_out():
    found = plugins.load((EntryPoint("gone", "no_such_module_at_all", plugins.PROJECT),))
    assert "gone (no_such_module_at_all) left out" in found.problems[0]
    assert len(found.ingesters) == BUILT_IN


def test_plugins_are_found_once():
    assert plugins.installed() is plugins.installed()
    assert plugins.manager() is plugins.installed().manager


def test_the_example_of_the_documentation_works_as_printed(module):
    code, body, settings = re.findall(
        r"```(?:python|text|toml)\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL
    )[:3]
    lines = [line for line in code.splitlines() if line.strip()]
    assert len(lines) <= 10, "the page promises ten lines"
    members = {}
    exec(compile(code, str(DOCS), "exec"), members)  # the code block is ours
    found = plugins.load((module("dateline_ships_log", **members),))
    assert found.problems == ()
    assert f'"{plugins.PROJECT}"' in settings
    (known,) = found.ingesters[BUILT_IN:]
    source = Source(key="ship.log", location="/site/ship.log", kind="document")
    fetched = Fetched(
        source, "/site/ship.log", datetime(2026, 3, 1, tzinfo=UTC), 200, body.encode()
    )
    assert known.matches(fetched) > 0
    parsed = known.parse(fetched)
    assert [article.published.isoformat() for article in parsed.articles] == [
        "2024-05-13",
        "2024-05-14",
    ]
    assert parsed.articles[0].text.startswith(parsed.articles[0].title)
