"""Row 17, 18 and X1 of docs/hardening.md: which addresses are public, and what an admission admits."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import ConfigError
from ingest.fetch.addresses import Admission, is_admitted, parse_admission, refusal, verdict

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.255.255",
    "100.128.0.0",
]
PUBLIC += [
    "192.167.255.255",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450:4001::1",
    "64:ff9b::101:101",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_free(address):
    assert refusal(address) is None


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"),
        ("10.255.0.1", "private network"),
        ("172.16.0.1", "private network"),
        ("172.31.255.255", "private network"),
        ("192.168.0.1", "private network"),
        ("169.254.169.254", "link-local"),
        ("100.64.0.1", "carrier-grade NAT"),
        ("100.127.255.255", "carrier-grade NAT"),
        ("192.0.0.8", "protocol assignment"),
        ("192.88.99.1", "6to4 relay"),
        ("198.19.0.1", "benchmarking"),
        ("203.0.113.7", "documentation"),
        ("224.0.0.251", "multicast"),
        ("255.255.255.255", "reserved"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:8.8.8.8", "IPv4-mapped"),
        ("::127.0.0.1", "non-global"),
        ("64:ff9b::10.0.0.1", "private network"),
        ("64:ff9b:1::1", "non-global"),
        ("2002:7f00:1::", "6to4 relay"),
        ("2001:0:7f00:1::", "protocol assignment"),
        ("2001:db8::1", "documentation"),
        ("3fff::1", "documentation"),
        ("fc00::1", "private network"),
        ("fd00:ec2::254", "private network"),
        ("fe80::1%eth0", "link-local"),
        ("fec0::1", "site-local"),
        ("ff02::1", "multicast"),
        ("5f00::1", "non-global"),
        ("100::1", "non-global"),
        ("localhost", "not an IP address"),
        ("", "not an IP address"),
    ],
)
def test_the_kind_of_every_other_address_is_named(address, kind):
    assert refusal(address) == kind


@given(st.ip_addresses(v=4))
def test_the_standard_library_never_calls_private_what_we_call_public(address):
    """Our table may be stricter than `ipaddress`, but never laxer."""
    if refusal(str(address)) is None:
        assert address.is_global


@given(st.ip_addresses(v=4))
def test_an_address_wrapped_in_ipv6_is_never_freer_than_itself(address):
    for wrapped in (f"::ffff:{address}", f"64:ff9b::{address}", f"::{address}"):
        if refusal(str(address)) is not None:
            assert refusal(str(ipaddress.ip_address(wrapped))) is not None


@pytest.mark.parametrize(
    ("text", "admission"),
    [
        ("127.0.0.1:8000", Admission("127.0.0.1", 8000)),
        ("Intranet.Example:80", Admission("intranet.example", 80)),
        ("intranet.example.:80", Admission("intranet.example", 80)),
        ("[::1]:65535", Admission("::1", 65535)),
    ],
)
def test_an_admission_is_one_host_and_one_port(text, admission):
    assert parse_admission(text) == admission


@pytest.mark.parametrize(
    "text",
    [
        "",
        "127.0.0.1",
        ":80",
        "host:",
        "host:http",
        "host:0",
        "host:65536",
        "10.0.0.0/8:80",
        "host:٣",
        "http://h:1",
    ],
)
def test_anything_wider_than_one_host_and_port_is_a_clear_error(text):
    with pytest.raises(ConfigError, match=r"write HOST:PORT|write a number"):
        parse_admission(text)


def test_an_admission_opens_nothing_else():
    admission = Admission("127.0.0.1", 8000)
    assert verdict(admission, ("127.0.0.1", 8000), ("127.0.0.1", 8000)) is None
    assert verdict(admission, ("127.0.0.1", 8001), ("127.0.0.1", 8001)) == "loopback"
    assert verdict(admission, ("127.0.0.2", 8000), ("127.0.0.2", 8000)) == "loopback"
    assert verdict(admission, ("name.example", 8000), ("127.0.0.1", 8000)) == "loopback"
    assert verdict(admission, ("127.0.0.1", 8000), ("10.0.0.1", 8000)) == "another address"
    assert verdict(None, ("127.0.0.1", 8000), ("127.0.0.1", 8000)) == "loopback"
    assert not is_admitted(None, "127.0.0.1", 8000)


def test_an_admitted_name_may_lead_wherever_it_leads():
    admission = Admission("intranet.example", 80)
    assert verdict(admission, ("intranet.example.", 80), ("10.0.0.1", 80)) is None
    assert verdict(admission, ("other.example", 80), ("10.0.0.1", 80)) == "private network"
