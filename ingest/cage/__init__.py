"""Runs functions that touch hostile bytes in worker processes with limits, killed when they exceed them."""

from __future__ import annotations

from ingest.cage.cage import Cage
from ingest.cage.limits import CageLimits

__all__ = ["Cage", "CageLimits"]
