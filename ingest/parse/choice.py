"""Chooses the ingester for what was fetched, and holds its answer to the promises of `ingest.model`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ingest import plugins
from ingest.errors import DatelineError, NotAFeedError, ParseError
from ingest.hookspecs import Ingester
from ingest.model import Article, Fetched, Parsed
from ingest.parse.characters import clean_line, clean_text
from ingest.parse.limits import ENTRIES, TEXT_CHARACTERS, TITLE_CHARACTERS
from ingest.parse.sniffing import CALLED, form_of
from ingest.parse.urls import web_url

_OWN_MODULES: Final = "ingest.parse."


def parse(fetched: Fetched) -> Parsed:
    """Return what the bytes of one source say: articles, or the sources that a list names.

    Pure: no network, no clock, and the same answer for the same bytes. Raises NotAFeedError where a feed
    was expected and another document came, ParseError where nothing can be read; both with one line.
    """
    ingester = choose(fetched, plugins.installed().ingesters)
    if ingester.parse.__module__.startswith(_OWN_MODULES):
        return ingester.parse(fetched)
    try:
        parsed = ingester.parse(fetched)
    except DatelineError:
        raise
    # A plug-in is a third party's code: whatever it raises is this source's failure and no other's.
    except Exception as error:
        reason = clean_line(str(error), 200) or type(error).__name__
        raise ParseError(f"plug-in {ingester.name}: {reason}", source=fetched.url) from error
    return _checked(parsed, ingester.name, fetched.url)


def choose(fetched: Fetched, ingesters: tuple[Ingester, ...]) -> Ingester:
    """Return the surest ingester, the later registered of two equals, so that a plug-in may replace one.

    Raises NotAFeedError or ParseError if none knows what to do with the bytes.
    """
    surest = max(reversed(ingesters), key=lambda ingester: _sureness(ingester, fetched))
    if _sureness(surest, fetched) > 0:
        return surest
    called = CALLED[form_of(fetched)]
    if fetched.source.kind == "feed":
        raise NotAFeedError(f"not a feed: the answer is {called}", source=fetched.url)
    raise ParseError(f"there is nothing to read: it is {called}", source=fetched.url)


def _sureness(ingester: Ingester, fetched: Fetched) -> int:
    try:
        return int(ingester.matches(fetched))
    # A third party's question must not stop the others from answering.
    except Exception:  # noqa: BLE001
        return 0


def _checked(parsed: Parsed, name: str, source: str) -> Parsed:
    """Return a plug-in's answer with clean strings, web addresses only, and within the limits."""
    if not isinstance(parsed, Parsed):
        raise ParseError(
            f"plug-in {name}: it gave {type(parsed).__name__}, not Parsed", source=source
        )
    articles = tuple(_clean(article) for article in parsed.articles[:ENTRIES])
    return replace(parsed, articles=articles)


def _clean(article: Article) -> Article:
    return replace(
        article,
        title=clean_line(article.title, TITLE_CHARACTERS),
        text=clean_text(article.text)[:TEXT_CHARACTERS],
        url=web_url(article.url),
    )
