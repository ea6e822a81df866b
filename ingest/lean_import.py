"""Imports a library without the optional ones that it would load only because they are installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Make the modules `names` look uninstalled during the block, unless they are loaded already.

    sqlite-utils imports pandas and numpy where it finds them, to take their values as column types. We
    have none, and it would cost half a second of processor time at every start. Afterwards both can be
    imported as ever.
    """
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
