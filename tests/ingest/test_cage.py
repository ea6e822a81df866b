"""The cage: hostile work is ended, named and replaced, and takes nothing with it.

Functions are named as anywhere else; those of the standard library stand in for parsers.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.cage import Cage, CageLimits, framing
from ingest.errors import CageError, DatelineError, NotAFeedError, ParseError
from ingest.model import Article, Fetched, Parsed, Source

posix_only = pytest.mark.skipif(os.name != "posix", reason="limits of processes are POSIX")

#: Functions that a worker can import by name because this directory is on its path.
FUNCTIONS = """
import os, signal, sys, time, threading
from ingest.errors import *
from ingest.model import *

def echo(value):
    return value

def parse(fetched):
    return Parsed((Article(None, None, "A title", "A title"),), "rss20", title=fetched.body.decode())

def refuse(fetched):
    raise NotAFeedError("a web page", feed_links=("https://a.example/feed",))

def fail(_):
    raise KeyError("a fault\\nof two lines")

def recurse(_):
    return recurse(_)

def burn(_):
    while True:
        pass

def sleep(seconds):
    time.sleep(seconds)
    return seconds

def hoard(megabytes):
    return len(bytearray(megabytes * 1024 * 1024))

def swell(_):
    hoarded = []
    while True:
        hoarded.append(bytearray(10 * 1024 * 1024))

def crash(_):
    os.kill(os.getpid(), signal.SIGSEGV)

def leave(_):
    os._exit(3)

def chatter(value):
    print("x" * 100_000)
    sys.stderr.write("x" * 100_000)
    os.write(1, b"x" * 100)
    return value

def pid(_):
    return os.getpid()

kept = []

def keep(megabytes):
    kept.append(bytearray(b"x") * (megabytes * 1024 * 1024))
    return os.getpid()

def environment(_):
    return sorted(os.environ)

def descriptors(_):
    return sorted(os.listdir("/proc/self/fd"))

def read_input(_):
    return sys.stdin.read()

class Surprise:
    def __reduce__(self):
        return (os.system, ("true",))

def surprise(_):
    return Surprise()

def huge(_):
    return "x" * 10

def interrupt(_):
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.1)
    return "still here"
"""


@pytest.fixture(scope="module")
def functions(tmp_path_factory):
    """Put a module of test functions on the path, which the workers inherit."""
    directory = tmp_path_factory.mktemp("caged")
    (directory / "caged_functions.py").write_text(FUNCTIONS)
    sys.path.append(str(directory))
    yield "caged_functions"
    sys.path.remove(str(directory))


@pytest.fixture
def cage(functions):
    with Cage(limits=CageLimits(wall_seconds=30)) as cage:
        yield cage


@pytest.fixture
def fetched():
    source = Source(key="https://a.example/feed", location="https://a.example/feed")
    return Fetched(source, source.location, datetime(2026, 3, 4, tzinfo=UTC), 200, b"words")


def test_values_come_back_as_they_were(cage, functions, fetched):
    parsed = cage.run(f"{functions}:parse", fetched)
    assert parsed == Parsed((Article(None, None, "A title", "A title"),), "rss20", title="words")
    assert cage.run(f"{functions}:echo", fetched) == fetched
    for value in (
        None,
        1,
        b"\0",
        "\ud800",
        {"a": {1, 2}},
        frozenset({3}),
        datetime.now(UTC),
        1.5,
        (),
    ):
        assert cage.run(f"{functions}:echo", value) == value


def test_an_error_of_ours_comes_back_as_it_was_raised_and_names_the_source(
    cage, functions, fetched
):
    with pytest.raises(NotAFeedError) as raised:
        cage.run(f"{functions}:refuse", fetched)
    assert raised.value.feed_links == ("https://a.example/feed",)
    assert str(raised.value) == "https://a.example/feed: a web page"


def test_any_other_error_costs_this_source_only_and_is_one_line(cage, functions, fetched):
    worker = cage.run(f"{functions}:pid", fetched)
    with pytest.raises(ParseError) as raised:
        cage.run(f"{functions}:fail", fetched)
    assert "https://a.example/feed: could not be read (KeyError" in str(raised.value)
    assert "\n" not in str(raised.value)
    with pytest.raises(ParseError, match="RecursionError"):
        cage.run(f"{functions}:recurse", fetched)
    assert cage.run(f"{functions}:pid", fetched) == worker


@posix_only
def test_processor_time_is_limited_for_each_call_and_the_worker_replaced(functions, fetched):
    with Cage(limits=CageLimits(cpu_seconds=1, wall_seconds=30)) as cage:
        with pytest.raises(
            CageError, match=r"a\.example/feed: took more than 1 seconds of processor"
        ):
            cage.run(f"{functions}:burn", fetched)
        assert cage.run(f"{functions}:echo", 1) == 1


def test_time_on_the_clock_is_limited(functions, fetched):
    # The first call also waits for the worker to start, which takes a second on a busy machine.
    with Cage(limits=CageLimits(wall_seconds=3)) as cage:
        cage.run(f"{functions}:echo", 1)
        began = time.monotonic()
        with pytest.raises(CageError, match=r"a\.example/feed: took longer than 3 seconds"):
            cage.run(f"{functions}:burn", fetched)
        assert time.monotonic() - began < 30


@posix_only
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not enforce RLIMIT_AS")
def test_memory_is_limited_and_a_bloated_worker_replaced(cage, functions, fetched):
    worker = cage.run(f"{functions}:pid", 0)
    assert cage.run(f"{functions}:hoard", 100) == 100 * 1024 * 1024
    for function in ("swell", "hoard"):
        with pytest.raises(CageError, match="needs more than 512 MB"):
            cage.run(f"{functions}:{function}", 2000, source="https://a.example/feed")
    assert cage.run(f"{functions}:pid", 0) != worker


@pytest.mark.skipif(sys.platform != "linux", reason="the size of another process is read of Linux")
def test_what_a_function_left_in_memory_is_given_back_before_another_is_called(functions):
    with Cage(limits=CageLimits(left_over_mb=100)) as cage:
        small = cage.run(f"{functions}:pid", None)
        assert cage.run(f"{functions}:keep", 1) == small
        assert cage.run(f"{functions}:keep", 100) == small
        assert cage.run(f"{functions}:keep", 1) == small
        assert cage.run(f"{functions}:pid", None) != small


@pytest.mark.skipif(sys.platform != "linux", reason="the size of another process is read of Linux")
def test_what_one_body_left_in_memory_is_not_added_to_what_the_next_needs(cage, functions):
    first = cage.run(f"{functions}:keep", 1)
    assert cage.run(f"{functions}:keep", 60) == first
    assert cage.run(f"{functions}:keep", 120) == first
    assert cage.run(f"{functions}:keep", 1) != first


@posix_only
@pytest.mark.parametrize(("function", "cause"), [("crash", "SIGSEGV"), ("leave", "exit status 3")])
def test_a_worker_that_dies_is_named_and_replaced(cage, functions, fetched, function, cause):
    with pytest.raises(CageError, match=rf"a\.example/feed: the parser died on it \({cause}\)"):
        cage.run(f"{functions}:{function}", fetched)
    assert cage.run(f"{functions}:echo", "next") == "next"


@posix_only
def test_a_worker_that_the_system_ended_between_two_calls_costs_no_source(cage, functions, fetched):
    worker = cage.run(f"{functions}:pid", None)
    os.kill(worker, signal.SIGKILL)
    # Ended with all its threads, and left for its parent to find.
    os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    assert cage.run(f"{functions}:echo", fetched) == fetched


def test_what_a_parser_prints_is_neither_shown_nor_taken_for_a_result(cage, functions, capfd):
    assert cage.run(f"{functions}:chatter", "value") == "value"
    assert cage.run(f"{functions}:read_input", None) == ""
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "argument", "event"),
    [
        ("socket:create_connection", ("127.0.0.1", 9), "socket"),
        ("urllib.request:urlopen", "http://127.0.0.1:9/", "urllib.Request"),
        ("os:system", "true", "os.system"),
        ("subprocess:run", "true", "subprocess.Popen"),
    ],
)
def test_a_parser_may_not_use_the_network_or_start_programs(cage, name, argument, event):
    with pytest.raises(ParseError, match=event):
        cage.run(name, argument)


def test_a_parser_that_was_taken_over_cannot_make_us_run_anything(cage, functions, fetched):
    with pytest.raises(CageError, match="not a value"):
        cage.run(f"{functions}:surprise", fetched)
    for hostile in (os.system, eval, subprocess.Popen, Path, sys.exit):
        with pytest.raises(CageError):
            cage.run(f"{functions}:echo", hostile)
    assert cage.run(f"{functions}:echo", 1) == 1


def test_messages_beyond_the_limit_or_cut_short_are_no_messages(tmp_path):
    path = tmp_path / "message"
    for data in (b"", b"\0" * 7, b"\xff" * 8, b"\0" * 7 + b"\x09abc", b"\0" * 7 + b"\x03abc"):
        path.write_bytes(data)
        with path.open("rb") as stream, pytest.raises(framing.MessageError):
            framing.receive_values(stream)


def test_only_value_classes_are_unpickled(tmp_path):
    path = tmp_path / "message"
    for hostile in (
        b"cingest.cage.cage\nCage\n.",
        b"cingest.__main__\nmain\n.",
        b"cingest.model\nstable_id\n.",
        b"cbuiltins\neval\n.",
        pickle.dumps(os.getcwd, 0),
    ):
        path.write_bytes(len(hostile).to_bytes(8) + hostile)
        with path.open("rb") as stream, pytest.raises(framing.MessageError, match="not a value"):
            framing.receive_values(stream)


def test_nothing_secret_is_inherited(functions, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2")
    with Cage() as cage:
        inherited = set(cage.run(f"{functions}:environment", None))
    allowed = {
        "PATH",
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
        "TZ",
        "SYSTEMROOT",
        "LD_LIBRARY_PATH",
        "PYTHONPATH",
    }
    assert inherited <= allowed


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_no_open_file_is_inherited(functions, tmp_path):
    with (tmp_path / "database").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        with Cage() as cage:
            # Input, output and errors (all nothing), the two pipes, and the listing itself.
            assert len(cage.run(f"{functions}:descriptors", None)) <= 6


@posix_only
def test_a_worker_does_not_die_of_ctrl_c(cage, functions):
    assert cage.run(f"{functions}:interrupt", None) == "still here"


def test_one_process_serves_many_calls_cheaply(cage, functions):
    first = cage.run(f"{functions}:pid", None)
    began = time.monotonic()
    assert {cage.run(f"{functions}:pid", None) for _ in range(200)} == {first}
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_map_keeps_the_order_and_hands_errors_on(functions, fetched, jobs):
    items = [0.2, 0.0, fetched, 0.1, 0.0]
    with Cage(jobs=jobs) as cage:
        results = list(cage.map(f"{functions}:sleep", items))
    assert [results[n] for n in (0, 1, 3, 4)] == [0.2, 0.0, 0.1, 0.0]
    assert isinstance(results[2], DatelineError)
    assert results[2].source == "https://a.example/feed"


def test_map_uses_as_many_workers_as_it_may(functions):
    with Cage(jobs=3) as cage:
        began = time.monotonic()
        assert list(cage.map(f"{functions}:sleep", [0.0] * 3)) == [0.0] * 3
        assert len(set(cage.map(f"{functions}:pid", range(30)))) == 3
        began = time.monotonic()
        list(cage.map(f"{functions}:sleep", [0.4] * 3))
        assert time.monotonic() - began < 1.0


def test_spare_workers_run_while_processors_are_lent_and_end_then(functions):
    with Cage(jobs=1, spare=2) as cage:
        assert len(set(cage.map(f"{functions}:pid", range(6)))) == 1
        cage.lend(processors=True)
        assert len(set(cage.map(f"{functions}:pid", range(30)))) == 3
        results = cage.map(f"{functions}:pid", range(60))
        lent = [next(results) for _ in range(20)]
        cage.lend(processors=False)
        alone = list(results)
        assert len(set(lent)) == 3
        assert len(set(alone[-20:])) == 1


def test_map_reads_no_further_ahead_than_it_works(functions):
    taken = []
    with Cage(jobs=2) as cage:
        results = cage.map(f"{functions}:echo", (taken.append(n) or n for n in range(100)))
        assert next(results) == 0
        assert len(taken) == 3


def test_a_map_that_is_left_early_ends_with_the_cage(functions):
    with Cage(jobs=2, limits=CageLimits(wall_seconds=30)) as cage:
        results = cage.map(f"{functions}:sleep", [0, 20, 20])
        assert next(results) == 0
        assert cage.run(f"{functions}:echo", "meanwhile") == "meanwhile"
        began = time.monotonic()
    assert time.monotonic() - began < 5


def test_a_function_that_is_not_there_is_one_clear_line(cage):
    for name in ("no.such.module:parse", "json:no_such_function", "json"):
        with pytest.raises(DatelineError, match="could not be read"):
            cage.run(name, None)
    assert cage.run("math:factorial", 5) == 120


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@posix_only
def test_leaving_the_cage_leaves_no_process_and_no_thread(functions):
    before = threading.active_count()
    with Cage() as cage:
        pid = cage.run(f"{functions}:pid", None)
        assert _is_running(pid)
    assert not _is_running(pid)
    assert threading.active_count() == before


@posix_only
@pytest.mark.parametrize("function", ["sleep", "burn"])
def test_a_worker_ends_with_its_parent_even_in_the_middle_of_a_call(functions, function):
    script = (
        "import sys, threading; from ingest.cage import Cage\n"
        "cage = Cage(); print(cage.run('caged_functions:pid', None), flush=True)\n"
        f"cage.run('caged_functions:{function}', 30)\n"
    )
    path = os.pathsep.join(filter(None, sys.path))
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
    with parent:
        worker = int(parent.stdout.readline())
        assert _is_running(worker)
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while _is_running(worker) and time.monotonic() < deadline:
        threading.Event().wait(0.05)
    assert not _is_running(worker)


def test_items_that_travel_together_keep_their_order_and_their_own_errors(functions, fetched):
    items = [0.0, fetched, 0.0, 0.0, fetched]
    with Cage(jobs=2) as cage:
        results = list(cage.map(f"{functions}:sleep", items, together=3))
    assert [results[n] for n in (0, 2, 3)] == [0.0, 0.0, 0.0]
    assert [results[n].source for n in (1, 4)] == ["https://a.example/feed"] * 2


def test_items_beside_one_that_meets_a_limit_are_read_again_without_it(functions):
    with Cage(limits=CageLimits(wall_seconds=2)) as cage:
        results = list(cage.map(f"{functions}:sleep", [0.0, 30.0, 0.1], together=3))
    assert [results[0], results[2]] == [0.0, 0.1]
    assert isinstance(results[1], CageError)


def test_no_more_workers_start_than_groups_are_to_be_read(functions):
    with Cage(jobs=3) as cage:
        assert len(set(cage.map(f"{functions}:pid", range(16), together=16))) == 1
