"""How much of one source is kept: every bound of the parsers, by name, with its reason."""

from __future__ import annotations

from typing import Final

#: Characters of one article's text: ten times the longest article in the samples, a long book's half.
TEXT_CHARACTERS: Final = 1_000_000
#: Characters of a title; longer ones are bodies in the wrong element.
TITLE_CHARACTERS: Final = 1_000
#: Characters of an author, a publisher, a tag or a date as printed.
FIELD_CHARACTERS: Final = 300
#: Characters of a guid; a longer one is kept as its hash, so that two stay different.
GUID_CHARACTERS: Final = 2_000
#: Characters of a URL: what browsers and proxies accept at least (RFC 9110 section 4.1 says 8,000).
URL_CHARACTERS: Final = 8_000
#: Entries of one feed or list; the largest real feeds hold some 5,000.
ENTRIES: Final = 20_000
#: Tags of one entry.
TAGS: Final = 50
#: Bytes of one document; beyond it expat's and the lenient parser's quadratic cases are reached.
DOCUMENT_BYTES: Final = 16 * 1024 * 1024
#: Bytes of one web page; its text is searched by many slow patterns, and real articles stay below 2 MB.
PAGE_BYTES: Final = 8 * 1024 * 1024
#: Bytes of one XML tag with its attributes: an inline picture fits, a 20 MB attribute does not.
TAG_BYTES: Final = 2 * 1024 * 1024
#: Attributes of one XML element; feedparser's time grows with the square (30,000 took 7 s).
ATTRIBUTES: Final = 250
#: What feedparser may be given of one feed: each piece of text and reference is one event, a tag
#: several. 100,000 elements, 2 to 3 seconds: an ordinary feed of 10,000 entries.
FEED_EVENTS: Final = 1_200_000
#: What a start tag (each of its attributes is one more) and an end tag cost feedparser, as multiples of
#: a piece of text.
TAG_EVENTS: Final = 8
END_TAG_EVENTS: Final = 3
#: Namespaces of one feed; feedparser searches them all for each element of an unknown one.
NAMESPACES: Final = 100
#: Elements of one web page; trafilatura's time grows with the square, and real articles have 5,000.
PAGE_ELEMENTS: Final = 30_000
#: Characters of a person's name and address as a feed gives it; feedparser's pattern for them is
#: quadratic (150,000 took minutes).
PERSON_CHARACTERS: Final = 500
#: Characters of the front matter of a document; YAML is slow, and a longer one is none.
FRONT_MATTER_CHARACTERS: Final = 16_384
#: Document types of one document, which may have one; feedparser searches them all with slow patterns.
DOCTYPES: Final = 3
#: Harmless entity declarations of a document type (HTML's named characters are 252).
ENTITY_DECLARATIONS: Final = 300
#: Characters that a harmless entity may stand for.
ENTITY_CHARACTERS: Final = 32
#: A feed that asks to be read less often than once in 30 days is read once in 30 days.
TTL_MINUTES: Final = 30 * 24 * 60
