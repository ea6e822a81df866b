"""Splits, checks and joins the URLs that we are asked or redirected to. Pure."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from ingest.errors import RefusedError

_DEFAULT_PORTS = {"http": 80, "https": 443}
#: RFC 1035 section 2.3.4.
_HOST_CHARACTERS = 253
#: Longer ones are attacks; RFC 9110 section 4.1 asks for at least 8,000.
_URL_CHARACTERS = 8192
_CONTROL_OR_SPACE = re.compile(r"[\x00-\x20\x7f]")
_HOST_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
#: WHATWG URL, "ends in a number": such a host is an IPv4 address to somebody, so it must be a plain one.
_ENDS_IN_NUMBER = re.compile(r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$")
#: "http:/path" and "http:///path", which every reader joins in its own way.
_NO_HOST = re.compile(r"\s*https?:(?!//[^/])", re.IGNORECASE)
#: RFC 3986 reserved and unreserved characters, and "%": what is left alone.
_URL_SAFE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be requested: http or https, an ASCII host, no credentials, no fragment."""

    scheme: str
    #: Lower case, IDNA-encoded; an IPv6 address without brackets.
    host: str
    port: int
    #: Path and query, starting with "/".
    resource: str

    @property
    def authority(self) -> str:
        """The host, and the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port (RFC 6454): credentials and robots.txt belong to this."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole URL."""
        return self.origin + self.resource


def redacted(url: str) -> str:
    """Return `url` without user name, password and characters that do not print, fit to be shown."""
    clean = "".join(filter(str.isprintable, url))
    return re.sub(r"^([a-zA-Z][a-zA-Z0-9+.-]*:)?//[^/?#]*@", r"\1//", clean)


def parse(url: str) -> Target:
    """Check and split `url`; user name and password are dropped (see `credentials`).

    Raises RefusedError where it is not http or https or its host is not one.
    """
    shown = redacted(url)
    if len(url) > _URL_CHARACTERS:
        raise RefusedError(
            f"the URL is longer than {_URL_CHARACTERS} characters", source=shown[:200]
        )
    if _CONTROL_OR_SPACE.search(url) or "\\" in url:
        raise RefusedError(
            "the URL holds a space, a backslash or a control character", source=shown
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError("not a URL that can be read", source=shown) from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise RefusedError("only http and https addresses are fetched", source=shown)
    if port == 0:
        raise RefusedError("the URL names port 0", source=shown)
    host = _host(parts.hostname or "", shown)
    resource = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(
        parts.scheme, host, port or _DEFAULT_PORTS[parts.scheme], quote(resource, _URL_SAFE)
    )


def _host(host: str, shown: str) -> str:
    """Return `host` in ASCII; numbers in any form but a plain dotted quad are refused."""
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host.partition("%")[0]))
        except ValueError as error:
            raise RefusedError("not an IPv6 address", source=shown) from error
    try:
        encoded = host[:_HOST_CHARACTERS].encode("idna").decode("ascii").lower() if host else ""
    except UnicodeError as error:
        raise RefusedError("not a host name", source=shown) from error
    if len(host) > _HOST_CHARACTERS or not _HOST_NAME.fullmatch(encoded):
        raise RefusedError("not a host name", source=shown)
    if _ENDS_IN_NUMBER.search(encoded):
        try:
            return str(ipaddress.IPv4Address(encoded))
        except ValueError as error:
            raise RefusedError("a number that is not a plain IPv4 address", source=shown) from error
    return encoded


def credentials(url: str) -> str | None:
    """Return "user:password" of `url`, percent-decoded; None where it has none or is no URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.username is None:
        return None
    return f"{unquote(parts.username)}:{unquote(parts.password or '')}"


def join(base: Target, location: bytes) -> Target:
    """Return what a Location header means at `base` (RFC 9110 section 10.2.2).

    Raises RefusedError as `parse` does.
    """
    try:
        text = location.decode("utf-8")
    except UnicodeDecodeError:
        text = location.decode("latin-1")
    if _NO_HOST.match(text):
        raise RefusedError("redirected to a URL without a host", source=redacted(text))
    try:
        return parse(urljoin(base.url, text.strip(" \t")))
    except ValueError as error:
        raise RefusedError(
            "redirected to something that is not a URL", source=redacted(text)
        ) from error
