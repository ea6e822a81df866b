"""Row 26 and H9 of docs/hardening.md: certificates are always checked, HTTP/2 only over TLS."""

from __future__ import annotations

import ssl
from dataclasses import replace

import pytest

from ingest.errors import FetchError
from ingest.fetch import ClientSettings, PollState, Request, fetch_all
from ingest.fetch.transfer import ca_file
from ingest.model import Source


def read(client, server, host=None):
    location = server.url() if host is None else f"https://{host}:{server.port}/"
    admitted = location.removeprefix("https://").rstrip("/")
    source = Source(key=location, location=location, allow_address=admitted)
    ((_, result),) = fetch_all([Request(source, PollState())], client=client)
    return result


@pytest.fixture
def trusting(client, certificates):
    """A client that trusts the authority of this test run."""
    return replace(client, ca_file=str(certificates.authority))


def test_a_good_certificate_is_accepted(start_server, trusting, certificates):
    server = start_server(context=certificates.context())
    server.routes["/"] = server.response(b"feed")
    assert read(trusting, server).body == b"feed"


@pytest.mark.parametrize("name", ["expired", "other_host", "self_signed"])
def test_a_bad_certificate_is_one_clear_line(start_server, trusting, certificates, name):
    server = start_server(context=certificates.context(name))
    result = read(trusting, server)
    assert isinstance(result, FetchError)
    assert "no secure connection" in str(result)
    assert "\n" not in str(result)
    assert server.requests == []


def test_an_authority_that_is_not_trusted_is_refused(start_server, client, certificates):
    server = start_server(context=certificates.context())
    result = read(client, server)
    assert "no secure connection" in str(result)


def test_a_certificate_for_another_name_is_refused(start_server, trusting, certificates):
    server = start_server(context=certificates.context())
    settings = replace(trusting, resolve=(f"name.example:{server.port}:127.0.0.1",))
    assert "no secure connection" in str(read(settings, server, host="name.example"))


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_protocols_are_refused(start_server, trusting, certificates):
    context = certificates.context()
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    server = start_server(context=context)
    assert isinstance(read(trusting, server), FetchError)
    assert server.requests == []


def test_plain_http_on_a_tls_port_and_the_reverse_are_one_clear_line(
    start_server, trusting, certificates, local_server
):
    for server, scheme in (
        (start_server(context=certificates.context()), "http"),
        (local_server, "https"),
    ):
        location = f"{scheme}://{server.address}/"
        source = Source(key=location, location=location, allow_address=server.address)
        ((_, result),) = fetch_all([Request(source, PollState())], client=trusting)
        assert isinstance(result, FetchError)
        assert "\n" not in str(result)


def test_http_2_is_offered_over_tls_and_1_1_is_enough(start_server, trusting, certificates):
    context = certificates.context()
    context.set_alpn_protocols(["http/1.1"])
    server = start_server(context=context)
    server.routes["/"] = server.response(b"feed")
    assert read(trusting, server).body == b"feed"
    modern = certificates.context()
    modern.set_alpn_protocols(["h2"])
    speaking_2 = start_server(context=modern)
    assert isinstance(read(trusting, speaking_2), FetchError)  # our server does not really speak it
    assert (server.alpn, speaking_2.alpn[:1]) == (["http/1.1"], ["h2"])


def test_http_2_is_never_offered_in_the_clear(local_server, fetch):
    local_server.routes["/"] = local_server.response(b"feed")
    assert fetch("/").body == b"feed"
    assert not {"upgrade", "http2-settings"} & local_server.requests[0].headers.keys()


def test_trusted_certificates_come_from_the_settings_the_environment_or_certifi(monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    assert ca_file(ClientSettings(version="1")).endswith("cacert.pem")
    monkeypatch.setenv("SSL_CERT_FILE", "/etc/own.pem")
    assert ca_file(ClientSettings(version="1")) == "/etc/own.pem"
    assert ca_file(ClientSettings(version="1", ca_file="/etc/other.pem")) == "/etc/other.pem"
