"""Lays an editor's decisions over the machine's events. Pure; the machine's output is not changed in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.cluster.curation import Act, Entry
from ingest.cluster.event.events import event_of
from ingest.cluster.event.slugs import lasting, slug
from ingest.cluster.reading.features import features
from ingest.dates import DateRange, Relation
from ingest.model import Event, EventLink, Mention

#: How an act is told on the page, before the editor's name.
_TOLD: Final[dict[Act, str]] = {
    "merge": "Merged",
    "split": "Split off",
    "hide": "Hidden",
    "retitle": "Retitled",
    "redate": "Redated",
    "note": "Note",
}


@dataclass(frozen=True, slots=True)
class Curated:
    """Events as an editor left them."""

    #: Sorted by slug; an act is told among the reasons of its event.
    events: tuple[Event, ...]
    #: Entries that name a slug no event has; one that is whole names the others.
    unused: tuple[Entry, ...] = ()


def curate(
    events: Iterable[Event], mentions: Mapping[int, Mention], entries: Sequence[Entry]
) -> Curated:
    """Return `events` with `entries` applied in their order; `mentions` holds the events' own by id.

    Events that an editor merged share a component from then on, so that they are merged anew together.
    """
    if not entries:
        return Curated(tuple(sorted(events, key=lambda event: event.slug)))
    desk = _Desk(mentions, {event.slug: event for event in events})
    unused = tuple(entry for entry in entries if not desk.apply(entry))
    return Curated(tuple(desk.settled()), unused)


@dataclass(slots=True)
class _Desk:
    """Events by slug while they are worked on."""

    mentions: Mapping[int, Mention]
    events: dict[str, Event]
    #: The events that slugs lead to, retired ones too, and what lasts of each.
    aliases: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.aliases = {}
        for event in self.events.values():
            self._name(event)

    def apply(self, entry: Entry) -> bool:
        """Do what `entry` says; return whether all that it names was there."""
        found = list(dict.fromkeys(map(self._named, entry.slugs)))
        if "" in found:
            return False
        acts: dict[Act, Callable[[Entry, list[str]], bool]] = {
            "merge": self._merge,
            "split": self._split,
        }
        return acts.get(entry.act, self._change)(entry, found)

    def settled(self) -> list[Event]:
        """Return the events sorted by slug, their links leading to slugs that are still in use."""
        return [self._relinked(self.events[name]) for name in sorted(self.events)]

    def _merge(self, entry: Entry, found: list[str]) -> bool:
        parts = [self.events.pop(name) for name in found]
        joined = {part.component for part in parts}
        component = min(joined)
        for name, event in self.events.items():
            if event.component in joined:
                self.events[name] = replace(event, component=component)
        numbers = [number for part in parts for number in part.mentions]
        reasons = [reason for part in parts for reason in part.reasons]
        self._put(numbers, component, [*reasons, _told(entry)])
        return True

    def _split(self, entry: Entry, found: list[str]) -> bool:
        if len(found) != 1:
            return False
        event = self.events[found[0]]
        named = {lasting(name) for name in entry.slugs}
        leaving = [each for each in event.mentions if lasting(slug(self.mentions[each])) in named]
        staying = [each for each in event.mentions if each not in leaving]
        if not (leaving and staying):
            return False
        del self.events[event.slug]
        self._put(staying, event.component, event.reasons)
        self._put(leaving, event.component, [_told(entry)])
        return True

    def _change(self, entry: Entry, found: list[str]) -> bool:
        event = self.events[found[0]]
        event = replace(event, reasons=(*event.reasons, _told(entry)))
        if entry.act == "hide":
            event = replace(event, status="hidden")
        elif entry.act == "retitle":
            event = replace(event, title=entry.text)
        elif entry.act == "redate" and entry.when is not None:
            event = replace(event, when=entry.when, relation=_relation(entry.when))
        self.events[event.slug] = event
        return True

    def _put(self, numbers: Iterable[int], component: int, reasons: Iterable[str]) -> None:
        members = sorted(
            (features(self.mentions[number]) for number in numbers), key=lambda each: each.rank
        )
        event = event_of(members, component, tuple(reasons))
        self.events[event.slug] = event
        self._name(event)

    def _name(self, event: Event) -> None:
        names = (event.slug, *event.aliases)
        self.aliases.update(dict.fromkeys((*map(lasting, names), *names), event.slug))

    def _named(self, name: str) -> str:
        """Return the slug of the event that a slug leads to, though its words are other ones now; '' for none."""
        return self.aliases.get(name) or self.aliases.get(lasting(name), "")

    def _relinked(self, event: Event) -> Event:
        links = {}
        for link in event.links:
            other = self.aliases.get(link.other_slug, link.other_slug)
            if other != event.slug:
                links[other, link.relation] = EventLink(other, link.relation, link.reason)
        return replace(event, links=tuple(links[key] for key in sorted(links)))


def _relation(when: DateRange) -> Relation:
    if when.start and when.end:
        return "on"
    return "since" if when.start else "until"


def _told(entry: Entry) -> str:
    text = f"{entry.text}; " if entry.act == "note" else ""
    return f"{_TOLD[entry.act]} by {entry.by}: {text}{entry.reason}"
