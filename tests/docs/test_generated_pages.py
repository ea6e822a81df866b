"""Pages that can go stale are generated, and committed as generated."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def load():
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "scripts" / "write_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["schema.md", "command-line.md"])
def test_a_generated_page_is_what_would_be_generated_now(page):
    assert (ROOT / "docs" / page).read_text("utf-8") == load().PAGES[page](), "run `make docs`"


def test_every_command_has_an_example_and_every_option_a_help():
    commands = load().commands()
    assert len(commands) > 10
    for name, sub in commands.items():
        assert "Example" in (sub.help or ""), f"dateline {name} shows no example"
        for parameter in sub.params:
            if getattr(parameter, "opts", [""])[0].startswith("--"):
                assert getattr(parameter, "help", None), (name, parameter.name)
