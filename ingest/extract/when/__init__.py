"""When: finds time expressions in text and resolves them to TIMEX3 values and calendar intervals. Pure."""

from ingest.extract.when.expression import TimeExpression, TimexType, explain
from ingest.extract.when.finder import find

__all__ = ["TimeExpression", "TimexType", "explain", "find"]
