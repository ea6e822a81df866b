"""Groups of things that are connected, kept up to date as connections are found (union-find). Pure."""

from __future__ import annotations

from collections import defaultdict


class Unions:
    """Numbers 0 to n-1 in groups; each is alone at first."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def copy(self) -> Unions:
        """Return the same groups, to be joined further by themselves."""
        copied = Unions(0)
        copied._parents = self._parents.copy()
        return copied

    def find(self, number: int) -> int:
        """Return the smallest number of the group that `number` is in."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, one: int, other: int) -> bool:
        """Make the two groups one; return whether they were two."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return False
        self._parents[max(first, second)] = min(first, second)
        return True

    def groups(self) -> list[list[int]]:
        """Return the groups, each sorted, in the order of their smallest numbers."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parents)):
            found[self.find(number)].append(number)
        return [found[smallest] for smallest in sorted(found)]
