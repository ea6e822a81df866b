"""The limits of a caged call, and how a worker process imposes them on itself."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no rlimits: there the wall clock alone guards
    resource = None  # type: ignore[assignment]

MEBIBYTE = 1024 * 1024
#: Where the size of a process cannot be read: what an interpreter with our libraries needs.
_ASSUMED_BASE_BYTES = 1024 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class CageLimits:
    """What one call may take. Honest feeds of 10 MB need about 5 CPU seconds and 150 MB."""

    cpu_seconds: int = 20
    wall_seconds: float = 60.0
    #: Address space above what the worker had when the call began; not enforced on macOS or Windows.
    memory_mb: int = 512
    #: A worker that holds more than this after a call is replaced: memory is rarely given back, and the next body
    #: may need 170 MB too. What extracts holds some 70.
    resident_mb: int = 128
    #: A worker that holds more than this is replaced when another function is called: what the last one took
    #: is of no use to the next.
    left_over_mb: int = 96


def prepare() -> None:
    """Forbid this process core dumps (they would hold what was read)."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def impose(limits: CageLimits) -> None:
    """Start a new budget of CPU time and memory for the call that follows.

    Only the soft limits move: the kernel ends the process at the soft CPU limit (SIGXCPU), and
    allocations beyond the soft memory limit fail.
    """
    if resource is None:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = math.ceil(usage.ru_utime + usage.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (_under(used + limits.cpu_seconds, hard), hard))
    if sys.platform != "darwin":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = _size_bytes() + limits.memory_mb * MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (_under(most, hard), hard))


def release() -> None:
    """Lift the memory limit, so that the result can be sent."""
    if resource is not None and sys.platform != "darwin":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _under(soft: int, hard: int) -> int:
    return soft if hard == resource.RLIM_INFINITY else min(soft, hard)


def _size_bytes() -> int:
    """Return the address space that this process has now."""
    pages = _statm(0)
    return _ASSUMED_BASE_BYTES if pages is None else pages


def resident_bytes(process: int | str = "self") -> int | None:
    """Return the memory that a process, by its number, or this one holds now; None where that cannot be read."""
    return _statm(1, process)


def _statm(field: int, process: int | str = "self") -> int | None:
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[field]
    except OSError:
        return None
    return int(pages) * resource.getpagesize()
