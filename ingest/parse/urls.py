"""Web addresses: which strings are one, and under which form two spellings are the same."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from ingest.parse.limits import URL_CHARACTERS

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
#: Characters that no URL holds; browsers drop line ends and tabs (WHATWG URL, "basic URL parser").
_DROPPED: Final = re.compile("[\t\r\n\x00-\x1f\x7f]")
_SPACE: Final = re.compile(r"\s")

#: Query parameters that say how the reader came, never what is read. Each is documented by its maker
#: as such: Google, Facebook, Microsoft, Yandex, Mailchimp, HubSpot, Marketo, Matomo, AT Internet, and
#: the campaign marks that publishers put into their own feeds (BBC, Guardian, FT, NYT, MSN, ...).
_TRACKING: Final = frozenset((
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid",
    "twclid", "ttclid", "li_fat_id", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hssc",
    "__hstc", "__hsfp", "hsctatracking", "mkt_tok", "vero_id", "oly_enc_id", "oly_anon_id",
    "_openstat", "wickedid", "rb_clickid", "s_cid", "ncid", "ocid", "cmpid", "cmp", "ftcamp",
    "smid", "smtyp", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3",
    "at_custom4", "at_link_id", "at_link_type", "at_link_origin", "at_ptr_name", "at_bbc_team",
    "at_format", "xtor", "wt_mc", "wt.mc_id", "wt_zmc", "ns_mchannel", "ns_source", "ns_campaign",
    "ns_linkname", "ns_fee", "guccounter", "guce_referrer", "guce_referrer_sig"
))  # fmt: skip
_TRACKING_PREFIXES: Final = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_")


class NotAWebAddress(ValueError):  # noqa: N818 - reads as a sentence where it is raised and caught
    """The string is no http or https URL."""


def web_url(text: str | None, base: str = "") -> str | None:
    """Return the absolute http(s) URL that `text` names, resolved against `base`; None if it is none.

    A path, an e-mail address, `javascript:`, `data:` and `file:` are none. Credentials are removed.
    """
    if not text or len(text) > URL_CHARACTERS:
        return None
    try:
        is_relative = base and not text.startswith(("https://", "http://"))
        absolute = urljoin(base, _DROPPED.sub("", text).strip()) if is_relative else text
        parts = _split(absolute)
    except ValueError:
        return None
    return urlunsplit((parts.scheme, _authority(parts), parts.path, parts.query, parts.fragment))


def canonical_url(url: str) -> str:
    """Return the form under which two spellings of one address compare equal.

    Idempotent. Drops fragments and known tracking parameters, keeps the rest in order. Raises
    NotAWebAddress if the scheme is not http or https, or there is no host.
    """
    parts = _split(url)
    query = "&".join(part for part in parts.query.split("&") if not _is_tracking(part))
    return urlunsplit((parts.scheme, _authority(parts), parts.path or "/", query, ""))


def address_key(url: str) -> str:
    """Return `url` with its scheme and host normalised and its whole query kept: a source's identity.

    Raises NotAWebAddress as `canonical_url` does.
    """
    parts = _split(url)
    return urlunsplit((parts.scheme, _authority(parts), parts.path or "/", parts.query, ""))


def _split(url: str) -> SplitResult:
    text = _SPACE.sub("%20", _DROPPED.sub("", url).strip())
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise NotAWebAddress(f"{url[:80]!r} is no web address: {error}") from error
    if parts.scheme.lower() not in _DEFAULT_PORTS or not (host or "").strip("."):
        raise NotAWebAddress(f"{url[:80]!r} is no http or https address")
    return parts._replace(scheme=parts.scheme.lower())


def _authority(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower().rstrip(".")
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    if port is None or port == _DEFAULT_PORTS[parts.scheme]:
        return host
    return f"{host}:{port}"


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
