"""Revision -> Extraction: the order in which an article's mentions are found and put together. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Final

from ingest.dates import Basis, DateRange
from ingest.extract.article.document import Document, read
from ingest.extract.article.kickers import below_headline
from ingest.extract.article.masking import without_dates
from ingest.extract.article.passages import Passage, passages
from ingest.extract.article.preambles import news_begins, run_in_headline
from ingest.extract.article.report import Lead, lead
from ingest.extract.article.titles import title_of, title_of_clause, title_of_subordinate
from ingest.extract.claims.claim import Claim
from ingest.extract.claims.claims import claim_of
from ingest.extract.recognisers import with_recognised
from ingest.extract.result import Extraction
from ingest.extract.text.sentences import Span
from ingest.extract.where import places
from ingest.extract.who import people, speaker
from ingest.hookspecs import Recogniser
from ingest.model import Entity, EventKind, Mention, Revision, stable_id

#: Enough to see what the quote answers to, and no more of the source than that.
_CONTEXT: Final = 200


def extract(revision: Revision, recognisers: tuple[Recogniser, ...] = ()) -> Extraction:
    """Return the mentions of a revision: the article as a whole first, then its dated sentences.

    `recognisers`: ways of plug-ins to find more names (see `recognisers.registered`).
    """
    document = read(revision.article)
    if not document.sentences:
        return Extraction(())
    dated = passages(document)
    head = lead(document, dated)
    found = [_report(document, head)]
    found += [_passage(document, passage) for passage in dated if not _same(passage, head)]
    seen: Counter[tuple[str, str, str]] = Counter()
    mentions = tuple(_mention(revision, document, each, seen) for each in found)
    if recognisers:
        mentions = tuple(
            replace(each, entities=with_recognised(each.entities, each.quote, recognisers))
            for each in mentions
        )
    return Extraction(mentions, _unresolved(document))


@dataclass(frozen=True, slots=True)
class _Found:
    """What becomes a mention: its words, its date and what dates it."""

    kind: EventKind
    title: str
    span: Span
    when: DateRange
    basis: Basis
    passage: Passage | None


def _same(passage: Passage, head: Lead) -> bool:
    """Whether the report's mention already tells what the passage tells."""
    return (passage.start, passage.end) == head.span and passage.expression.when == head.when


def _report(document: Document, head: Lead) -> _Found:
    article = document.article
    kind: EventKind = "opinion" if article.genre == "opinion" else "report"
    headline = document.headline or run_in_headline(document)
    sentence = headline or document.text[head.span[0] : head.span[1]]
    return _Found(kind, title_of(sentence), head.span, head.when, head.basis, head.dated_by)


def _passage(document: Document, passage: Passage) -> _Found:
    span = (passage.start, passage.end)
    date_words = document.text[passage.date_start : passage.date_end]
    sentence = document.text[span[0] : span[1]]
    at = passage.date_start - span[0]
    title = title_of_clause(sentence, at) if passage.shares else None
    if title is None:
        title = title_of(sentence, date_words)
        if title.endswith("…") and " ".join(date_words.split()) not in title:
            title = title_of_subordinate(sentence, at, date_words) or title
        title = below_headline(title, document.headline)
    expression = passage.expression
    return _Found("passage", title, span, expression.when, expression.basis, passage)


def _mention(
    revision: Revision, document: Document, found: _Found, seen: Counter[tuple[str, str, str]]
) -> Mention:
    """Return the mention; `seen` counts equal ones, which their order tells apart."""
    article = revision.article
    start, end = found.span
    quote = document.text[start:end]
    facts = (found.kind, quote, found.when.edtf)
    dateless = without_dates(document, found.span)
    claim = _claim(document, found, dateless)
    ordinal, seen[facts] = seen[facts], seen[facts] + 1
    return Mention(
        id=stable_id(revision.article_key, *facts, ordinal),
        article_id=revision.article_id,
        article_key=revision.article_key,
        revision_id=revision.id,
        kind=found.kind,
        title=found.title,
        quote=quote,
        start=start,
        end=end,
        before_text=_before(document, start),
        after_text=_after(document, end),
        when=found.when,
        basis=found.basis,
        **_date_facts(document.text, found.passage),
        speaker=claim.speaker,
        cue=claim.cue,
        modality=claim.modality,
        entities=_entities(document, dateless, claim.speaker),
        publisher=article.publisher or revision.publisher,
        source_key=revision.source_key,
        url=article.url,
        published=article.published,
        first_seen_at=revision.seen_at,
        origin=article.origin,
    )


def _claim(document: Document, found: _Found, dateless: str) -> Claim:
    """Return who says what the mention tells; of a title of several sentences, who says the first."""
    first = document.sentences[0]
    if found.passage is None and found.span[0] == first[0] and first[1] < found.span[1]:
        return claim_of(document, first, None, dateless[: first[1] - first[0]])
    return claim_of(document, found.span, found.passage, dateless)


def _entities(document: Document, sentence: str, claimant: str | None) -> tuple[Entity, ...]:
    """Return the speaker, the persons and organisations, and the places of a sentence."""
    said_by = (speaker(document, claimant),) if claimant else ()
    others = tuple(each for each in people(document, sentence) if each.name != claimant)
    return said_by + others + places(document, sentence)


def _date_facts(text: str, passage: Passage | None) -> dict[str, Any]:
    """Return the mention's fields that its time expression gives; none where nothing dates it."""
    if passage is None:
        return {}
    start, end = passage.date_start, passage.date_end
    return {
        "relation": passage.expression.relation,
        "date_text": text[start:end],
        "date_text_start": start,
        "date_text_end": end,
        "timex": passage.expression.value or None,
        "rule": passage.expression.rule,
    }


def _before(document: Document, start: int) -> str:
    """Return the end of the sentence before a quote, stamps passed over; "" where there is none."""
    begun, ended = _sentence_from(document, document.sentence_at(start) - 1, -1)
    words = document.text[begun:ended]
    if len(words) <= _CONTEXT:
        return words
    return "…" + words[-_CONTEXT:].partition(" ")[2]


def _after(document: Document, end: int) -> str:
    """Return the beginning of the sentence after a quote; after the title, of the first that tells news."""
    index = document.sentence_at(end) + 1
    if end <= document.title_end:
        index = max(index, news_begins(document))
    begun, ended = _sentence_from(document, index, 1)
    if begun < end or begun >= document.body_end:
        return ""
    words = document.text[begun:ended]
    if len(words) <= _CONTEXT:
        return words
    return words[:_CONTEXT].rpartition(" ")[0] + "…"


def _sentence_from(document: Document, index: int, step: int) -> Span:
    """Return the first sentence from `index` on, forwards or backwards, that is no stamp; (0, 0): there is none."""
    while 0 <= index < len(document.sentences):
        if not document.in_stamp(document.sentences[index][0]):
            return document.sentences[index]
        index += step
    return (0, 0)


def _unresolved(document: Document) -> tuple[str, ...]:
    """Return the date words that only a publication date could resolve, where there is none."""
    if document.article.published is not None:
        return ()
    return tuple(
        expression.text
        for expression in document.expressions
        if expression.type in ("DATE", "TIME")
        and not expression.edtf
        and not expression.value.endswith("_REF")
    )
