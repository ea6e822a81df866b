"""The dependency rule: who may import whom, lazy imports included."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("ingest", "datasette_timeline")

#: Values and foundations that every part of `ingest` may use.
FOUNDATIONS = {"model", "dates", "errors"}
#: The order of the layers: a part may import what stands to its right in its row, and foundations.
MAY_IMPORT = {
    "__main__": {"cli"},
    "cli": {"adding", "exporting", "home", "interrupts", "pipeline", "reading", "serving", "cli"},
    "adding": {"cage", "fetch", "gathering", "home", "interrupts", "lock", "pipeline", "sources"},
    "reading": {"cage", "extract", "fetch"},
    "exporting": {"database", "home", "store"},
    "serving": {"home", "interrupts", "pipeline"},
    "pipeline": {
        "archive", "cage", "database", "fetch", "following", "gathering", "health", "home", "interrupts", "lock",
        "plugins", "sources", "store",
    },
    "gathering": {"archive", "batches", "fetch", "parse", "sources"},
    "following": {"archive", "batches", "cluster", "digest", "history", "neighbours", "store"},
    "batches": {"archive", "digest", "extract"},
    "digest": {"cluster", "extract"},
    "digesting": {"cluster", "digest", "extract"},
    "neighbours": {"cluster", "store"},
    "health": {"sources", "store"},
    "sources": {"parse", "sources"},
    "plugins": {"hookspecs", "parse", "extract"},
    "hookspecs": set(),
    "home": set(),
    "interrupts": set(),
    "lock": set(),
    "history": set(),
    "database": {"lean_import"},
    "lean_import": set(),
    "cage": {"cage"},
    "fetch": {"fetch"},
    "parse": {"hookspecs", "parse", "plugins"},
    "archive": {"archive", "database"},
    "extract": {"extract", "hookspecs", "plugins"},
    "cluster": {"cluster"},
    "store": {"database", "store"},
    "model": {"dates"},
    "dates": set(),
    "errors": set(),
}  # fmt: skip

#: The floors of the large parts, the ground first: a room imports from its own package and from below.
FLOORS = {
    "ingest/extract": (
        {"text", "when", "result", "recognisers", "spacy_names"},
        {"names", "places"},
        {"article"},
        {"claims", "who", "where", "bare"},
        {"extraction"},
        {"installed"},
    ),
    "ingest/cluster": (
        {"reading", "curation"},
        {"likeness", "days"},
        {"blocks", "event"},
        {"components", "editing"},
    ),
    "datasette_timeline": (
        {"views"},
        {"reading"},
        {"presentation"},
        {"serving"},
        {"exports"},
        {"pages"},
        {"routes"},
    ),
}

#: Parts that decide and never act: no network, database, clock, randomness or file.
PURE = (
    "ingest/parse",
    "ingest/extract",
    "ingest/cluster",
    "datasette_timeline/views",
    "datasette_timeline/presentation",
)
PURE_FILES = (
    "ingest/dates.py",
    "ingest/history.py",
    "ingest/fetch/politeness.py",
    "ingest/fetch/addresses.py",
    "datasette_timeline/reading/changes.py",
    "datasette_timeline/reading/counting.py",
    "datasette_timeline/reading/queries.py",
    "datasette_timeline/reading/rows.py",
)
IMPURE_MODULES = {
    "socket", "ssl", "http", "urllib.request", "sqlite3", "sqlite_utils", "pycurl", "random", "secrets",
    "subprocess", "threading", "multiprocessing", "time",
}  # fmt: skip
IMPURE_CALLS = {"now", "today", "utcnow", "time", "monotonic"}

#: Each third-party library has one home.
HOMES = {
    "pycurl": ("ingest/fetch/",),
    "feedparser": ("ingest/parse/",),
    "trafilatura": ("ingest/parse/",),
    "lxml": ("ingest/parse/",),
    "nh3": ("ingest/parse/",),
    "markdown_it": ("ingest/parse/",),
    "click": ("ingest/cli/", "datasette_timeline/exports/__main__.py"),
    "pluggy": (
        "ingest/hookspecs.py",
        "ingest/plugins.py",
        "ingest/extract/recognisers.py",
        "datasette_timeline/__init__.py",
    ),
    "sqlite_utils": ("ingest/database.py",),
    "yaml": (
        "ingest/sources/",
        "ingest/exporting.py",
        "ingest/parse/front_matter.py",
        "ingest/cluster/curation.py",
    ),
    "datasette": ("datasette_timeline/",),
    "pyarrow": ("datasette_timeline/exports/parquet.py",),
}


def python_files(*packages):
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def imports_of(path):
    """Every module that a file imports, lazily or for types alone included, as full dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide what is imported"
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def part_of(name):
    """The part of `ingest` that a dotted name belongs to: ingest.parse.urls -> parse."""
    return name.split(".")[1] if name.startswith("ingest.") else None


def parts_imported(path):
    parts = {part_of(name) for name in imports_of(path)} - {None}
    return {
        part
        for part in parts
        if (ROOT / "ingest" / part).is_dir() or (ROOT / "ingest" / f"{part}.py").exists()
    }


def test_the_half_that_writes_and_the_half_that_shows_never_import_each_other():
    for writer, shower in (PACKAGES, PACKAGES[::-1]):
        offenders = [
            (path.name, name)
            for path in python_files(writer)
            for name in imports_of(path)
            if name.split(".")[0] == shower
        ]
        assert offenders == []


@pytest.mark.parametrize("path", python_files("ingest"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_part_imports_only_what_stands_below_it(path):
    relative = path.relative_to(ROOT / "ingest")
    part = relative.parts[0].removesuffix(".py")
    if part == "__init__":
        assert parts_imported(path) == set()
        return
    allowed = MAY_IMPORT[part] | FOUNDATIONS | {part}
    assert parts_imported(path) <= allowed


@pytest.mark.parametrize(
    "path",
    [path for part in FLOORS for path in python_files(part)],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_a_large_part_is_built_in_floors(path):
    part = next(part for part in FLOORS if path.is_relative_to(ROOT / part))
    room = path.relative_to(ROOT / part).parts[0].removesuffix(".py")
    if room == "__init__":
        return
    floor = next(floor for floor, rooms in enumerate(FLOORS[part]) if room in rooms)
    allowed = set().union({room}, *FLOORS[part][:floor])
    prefix = part.replace("/", ".") + "."
    imported = {
        name.removeprefix(prefix).split(".")[0]
        for name in imports_of(path)
        if name.startswith(prefix)
    }
    assert imported <= allowed


def test_the_rule_itself_has_no_cycle():
    order, left = [], {part: below - {part} for part, below in MAY_IMPORT.items()}
    # Plug-ins are the one loop: built-in ingesters register through the hook that finds them.
    left["plugins"] -= {"parse", "extract"}
    while left:
        free = sorted(part for part, below in left.items() if not below & left.keys())
        assert free, f"these import each other: {sorted(left)}"
        order += free
        for part in free:
            del left[part]


def modules():
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in python_files(*PACKAGES)
    }


def test_no_module_imports_itself_in_a_circle():
    known = modules()
    graph = {
        name: {target for target in imports_of(path) if target in known and target != name}
        for name, path in known.items()
    }
    # A package's __init__ re-exports its own modules; they may name the package's other modules.
    for name, targets in graph.items():
        graph[name] = {t for t in targets if not name.startswith(t + ".")}
    state = {}

    def visit(name, trail):
        if state.get(name) == "done":
            return
        assert state.get(name) != "open", " -> ".join([*trail, name])
        state[name] = "open"
        for target in sorted(graph[name]):
            visit(target, [*trail, name])
        state[name] = "done"

    for name in sorted(graph):
        if name not in {"ingest.plugins", "ingest.parse.builtin"}:
            visit(name, [])


@pytest.mark.parametrize(
    "path",
    [
        *(p for part in PURE for p in python_files(part)),
        *(ROOT / f for f in PURE_FILES),
    ],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_a_pure_part_touches_no_network_database_clock_or_chance(path):
    imported = imports_of(path)
    assert not {
        name for name in imported if name in IMPURE_MODULES or name.split(".")[0] in IMPURE_MODULES
    }
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "time"}
    }
    assert not calls & IMPURE_CALLS


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_one_home(library):
    strays = [
        str(path.relative_to(ROOT))
        for path in python_files(*PACKAGES)
        if any(name.split(".")[0] == library for name in imports_of(path))
        and not str(path.relative_to(ROOT)).startswith(HOMES[library])
    ]
    assert strays == []


def test_no_drawer_is_called_utils():
    drawers = {"utils", "helpers", "common", "misc"}
    assert [p for p in python_files(*PACKAGES) if p.stem in drawers] == []


def test_help_does_not_load_the_heavy_libraries():
    """`dateline --help` answers at once: parsers and Datasette are imported where they are used."""
    code = (
        "import sys, ingest.cli.main, ingest.cli.building, ingest.cli.keeping, ingest.cli.reading, ingest.cli.serving;"
        "print(sorted({'feedparser', 'trafilatura', 'datasette', 'lxml'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_what_follows_the_archive_leaves_the_extractors_to_the_workers():
    """They are a hundred compiled expressions, which a run without news has no use for."""
    code = (
        "import sys, ingest.cli.building;"
        "print(sorted({'ingest.extract.extraction', 'ingest.extract.when'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_bare_command_loads_no_part_of_the_pipeline():
    code = "import sys, ingest.cli; print('ingest.pipeline' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
