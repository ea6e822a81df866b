"""Whether "today" means these days, not this one: "even today", "today's world", "prices today are lower". Pure.

TIMEX3 values it PRESENT_REF (TimeML annotation guidelines 1.2.1): what is so in these days did not happen on the day
that a text came out, and a timeline that says so has made the day up.
"""

from __future__ import annotations

from ingest.extract.when.grammar import Match
from ingest.extract.when.story import Story


def is_of_these_days(match: Match, story: Story) -> bool:
    """Whether the words around tell of what is so, in the present, and not of a happening of the day."""
    before, after = story.before(match), story.after(match)
    if story.cue("possessive", after):
        of_the_day = story.cue("thing_of_this_day", after)
        return not (of_the_day or _is_past(*_clause(before, after, story), story))
    if story.cue("these_days_before", before):
        return not story.cue("past_at_once", after)
    if story.cue("these_days_within", before) and story.cue("these_days_state", after):
        return True
    if story.cue("this_day_before", before) or story.cue("this_day_after", after):
        return False
    if story.cue("day_itself", before) and story.cue("day_itself_is", after):
        return False
    return _is_so(*_clause(before, after, story), story)


def _is_so(head: str, tail: str, story: Story) -> bool:
    """Whether a clause, before and after "today", has a verb of a state in the present and no other."""
    other = story.grammar.cues["than"].search(tail)
    tail = tail[: other.start()] if other else tail
    if story.cue("tense", head) or story.cue("tense_after", tail):
        return False
    clause = f"{head} {tail}"
    return not story.cue("happens_this_day", clause) and story.cue("holds_in_these_days", clause)


def _is_past(head: str, tail: str, story: Story) -> bool:
    found = (
        story.grammar.cues["tense"].search(head),
        story.grammar.cues["tense_after"].search(tail),
    )
    return any(tense and tense["past"] for tense in found)


def _clause(before: str, after: str, story: Story) -> tuple[str, str]:
    """Return the words of the clause before and after "today", to its first verb at least; "has 300 men" as "owns 300 men"."""
    end = story.grammar.cues["clause_end"]
    ends = [found.end() for found in end.finditer(before)]
    if ends and not before[ends[-1] :].strip():
        ends.pop()  # an aside by itself: "in Cairo, today, but ..."
    owned = story.grammar.cues["has_something"]
    head, after = owned.sub("owns", before[ends[-1] if ends else 0 :]), owned.sub("owns", after)
    stop = end.search(after)
    while stop and not story.cue("any_verb", f"{head} {after[: stop.start()]}"):
        stop = end.search(after, stop.end())
    return head, after[: stop.start()] if stop else after
