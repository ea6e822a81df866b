"""Runs Datasette over timeline.db in a process of its own, and keeps the archive up to date beside it."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ingest import pipeline
from ingest.errors import ConfigError, DatelineError
from ingest.home import Home
from ingest.interrupts import Interrupted, Interrupts

try:
    import resource
except ImportError:  # Windows has no rlimits
    resource = None  # type: ignore[assignment]

HOST: Final = "127.0.0.1"
#: Datasette's settings that the pages count on: suggested facets cost a scan of the table a page
#: (docs/pages.md, "Large archives"), and the file is not offered for download while it is written.
_SETTINGS: Final = (("suggest_facets", "off"), ("allow_download", "off"))
#: Address space of the server, where the system can bound it (Linux): a visitor's SQL may ask for rows without
#: end, and costs an error page then, not the machine. Most of it is never touched: each of up to 35 threads
#: reserves 72 MB, whatever it uses.
_MEMORY_BYTES: Final = 4 * 1024**3
#: How long a start may take before it counts as failed; a cold start on a slow disk takes some seconds.
_START_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 5.0
_POLL_SECONDS: Final = 0.1


@dataclass(frozen=True, slots=True)
class Server:
    """A running Datasette."""

    process: subprocess.Popen[bytes]
    url: str


def start(home: Home, port: int) -> Server:
    """Return a server that answers; port 0 takes a free one.

    Raises ConfigError where there is nothing to serve, a file cannot be read or the port is taken.
    """
    if not home.timeline.exists():
        raise ConfigError(
            "does not exist yet; make it with: dateline run", source=str(home.timeline)
        )
    for path in (home.timeline, home.metadata):
        _require_readable(path)
    port = _free_port(port)
    process = subprocess.Popen(_command(home, port), cwd=home.path)  # noqa: S603 - our own command
    _limit_memory(process.pid)
    server = Server(process, f"http://{HOST}:{port}/")
    deadline = time.monotonic() + _START_SECONDS
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            stop(server)
            raise DatelineError(f"the server did not start (exit status {process.returncode})")
        time.sleep(_POLL_SECONDS)
    return server


def _require_readable(path: Path) -> None:
    """Raise what forbids to read a file that is there: Datasette would tell it in the words of its own command."""
    try:
        with contextlib.suppress(FileNotFoundError), path.open("rb"):
            pass
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ConfigError(f"cannot be read: {reason}", source=str(path)) from error


def _limit_memory(pid: int) -> None:
    """Bound a process's address space; without effect where the system cannot."""
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(OSError):
            resource.prlimit(pid, resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


def _command(home: Home, port: int) -> list[str]:
    command = [sys.executable, "-m", "datasette", "serve", str(home.timeline.resolve())]
    command += ["--host", HOST, "--port", str(port)]
    for name, value in _SETTINGS:
        command += ["--setting", name, value]
    if home.metadata.is_file():
        command += ["--metadata", str(home.metadata.resolve())]
    for option, folder in (("--template-dir", "templates"), ("--plugins-dir", "plugins")):
        if (home.path / folder).is_dir():
            command += [option, str((home.path / folder).resolve())]
    if (home.path / "static").is_dir():
        command += ["--static", f"static:{(home.path / 'static').resolve()}"]
    return command


def _free_port(port: int) -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise ConfigError(
                f"port {port} is taken by another program; choose another with --port"
            ) from error
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    try:
        with contextlib.closing(socket.create_connection((HOST, port), timeout=1)):
            return True
    except OSError:
        return False


def keep_up(
    server: Server,
    home: Home,
    interrupts: Interrupts,
    report: pipeline.Report,
    update_minutes: int | None,
) -> None:
    """Wait until the server ends or we are told to stop; meanwhile run every `update_minutes`."""
    due = time.monotonic() + 60 * (update_minutes or 0)
    try:
        while server.process.poll() is None:
            if update_minutes and time.monotonic() >= due:
                pipeline.run(home, pipeline.Options(), interrupts, report)
                due = time.monotonic() + 60 * update_minutes
            time.sleep(_POLL_SECONDS)
    except Interrupted as signal:
        if signal.is_from_keyboard:
            return  # Ctrl-C is how a server is meant to be stopped
        raise
    finally:
        stop(server)


def stop(server: Server) -> None:
    """End the server, kindly first."""
    server.process.terminate()
    try:
        server.process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()
