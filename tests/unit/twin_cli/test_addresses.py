"""Addresses as users write them."""

from __future__ import annotations

import pytest

from twin_cli.addresses import is_loopback, parse_address
from twin_cli.failure import Usage


@pytest.mark.parametrize(
    "written",
    ["https://twin.example", " https://twin.example/ ", "https://twin.example/mcp", "https://twin.example/v1/"],
)
def test_the_service_and_its_endpoints_are_one_address(written: str) -> None:
    """Whatever a user copied."""
    address = parse_address(written)
    assert (address.base, address.mcp) == ("https://twin.example", "https://twin.example/mcp")


def test_a_stage_stays_in_the_path() -> None:
    """API Gateway's own addresses have one."""
    address = parse_address("https://abc.execute-api.eu-west-1.amazonaws.com/prod/mcp")
    assert address.mcp == "https://abc.execute-api.eu-west-1.amazonaws.com/prod/mcp"
    assert address.origin == "https://abc.execute-api.eu-west-1.amazonaws.com"


@pytest.mark.parametrize(
    "written", ["", "twin.example", "ftp://twin.example", "https://", "https://h:x", "https://u:p@h", "https://h?k=1"]
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """A key in a URL would end in logs."""
    with pytest.raises(Usage):
        parse_address(written)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1", True),
        ("http://[::1]:1", True),
        ("http://localhost", True),
        ("http://127.0.0.1.example", False),
        ("http://10.0.0.1", False),
    ],
)
def test_only_this_machine_is_loopback(url: str, local: bool) -> None:
    """By its address, not by what a resolver says."""
    assert is_loopback(url) is local
