"""Access tokens against an authorization server on loopback: what is good, what is forged, and what when it is down."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import AsyncGenerator
from time import time
from typing import Any

import httpx
import jwt
import pytest
from fakes.clock import FakeClock
from fakes.key_server import KeyServer, ec_key, key_server, public_jwk, rsa_key

from digital_twin.adapters.http_client import pooled_client
from digital_twin.adapters.jwt_verifier import TIMEOUT, JwtVerifier
from digital_twin.errors import KeysUnavailable

pytestmark = pytest.mark.enable_socket

HOUR = 3600.0


@pytest.fixture
async def server() -> AsyncGenerator[KeyServer]:
    """A server with one key."""
    async with key_server() as running:
        yield running


@pytest.fixture
async def client() -> AsyncGenerator[httpx.AsyncClient]:
    """The deployed client."""
    async with pooled_client(TIMEOUT) as pooled:
        yield pooled


@pytest.fixture
def clock() -> FakeClock:
    """Monotonic seconds, as the test moves them."""
    return FakeClock()


@pytest.fixture
def verifier(server: KeyServer, client: httpx.AsyncClient, clock: FakeClock) -> JwtVerifier:
    """A verifier of the server's tokens that has read no keys yet."""
    return JwtVerifier(server.issuer, server.keys_url, client, clock)


async def test_a_good_token_gives_its_claims(server: KeyServer, verifier: JwtVerifier) -> None:
    """Signed by a published key, of the issuer, in its time."""
    claims = await verifier.verify(server.token(scope="query"))

    assert claims is not None
    assert (claims["sub"], claims["scope"]) == ("user-1", "query")


async def test_an_elliptic_signature_is_as_good(server: KeyServer, verifier: JwtVerifier) -> None:
    """ES256, by a key that says so."""
    server.keys.append(public_jwk("two", ec_key("two")))

    assert await verifier.verify(server.token("two", ec_key("two"), "ES256")) is not None


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": -120},
        {"exp": None},
        {"nbf": 600},
        {"iat": 600},
        {"iat": None},
        {"iss": "https://evil.example.com"},
        {"iss": None},
        {"sub": None},
        {"exp": "soon"},
    ],
    ids=str,
)
async def test_a_token_out_of_its_time_or_of_another_issuer_is_refused(
    server: KeyServer, verifier: JwtVerifier, claims: dict[str, Any]
) -> None:
    """However well it is signed. Numbers are seconds from now: workers must not name the cases by their own clocks."""
    told: dict[str, Any] = {
        name: int(time()) + value if isinstance(value, int) else value for name, value in claims.items()
    }
    assert await verifier.verify(server.token(**told)) is None


async def test_a_clock_may_be_a_little_off(server: KeyServer, verifier: JwtVerifier) -> None:
    """By less than half a minute."""
    assert await verifier.verify(server.token(exp=int(time()) - 10, iat=int(time()) + 10)) is not None


async def test_a_signature_by_another_key_is_refused(server: KeyServer, verifier: JwtVerifier) -> None:
    """Also under the name of a published one."""
    assert await verifier.verify(server.token("one", rsa_key("forged"))) is None


async def test_a_changed_token_is_refused(server: KeyServer, verifier: JwtVerifier) -> None:
    """The signature covers every byte."""
    header, payload, signature = server.token().split(".")
    _, other, _ = server.token(scope="admin").split(".")

    assert await verifier.verify(f"{header}.{other}.{signature}") is None
    assert await verifier.verify(f"{header}.{payload}.{signature[:-4]}AAAA") is None


@pytest.mark.parametrize("algorithm", ["none", "HS256", "HS512", "RS384", "PS256", "ES512"])
async def test_no_other_algorithm_is_taken(server: KeyServer, verifier: JwtVerifier, algorithm: str) -> None:
    """Least of all one without a secret, or whose secret is the public key."""
    payload = {"iss": server.issuer, "sub": "a", "iat": int(time()), "exp": int(time()) + 60}
    forged = jwt.encode(payload, "public" * 16, algorithm="HS256", headers={"kid": "one"})
    header = urlsafe_b64encode(f'{{"alg":"{algorithm}","kid":"one","typ":"JWT"}}'.encode()).decode().rstrip("=")

    assert await verifier.verify(f"{header}.{forged.split('.', 1)[1]}") is None
    assert server.reads == 0


async def test_a_key_of_another_kind_than_the_token_says_is_refused(server: KeyServer, verifier: JwtVerifier) -> None:
    """An elliptic token under the name of an RSA key."""
    assert await verifier.verify(server.token("one", ec_key("two"), "ES256")) is None


@pytest.mark.parametrize(
    "token", ["", "a", "a.b", "a.b.c", "e30.e30.e30", "é.é.é", "x" * 10_000, "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"]
)
async def test_what_is_no_token_is_refused_without_a_look_at_keys(
    server: KeyServer, verifier: JwtVerifier, token: str
) -> None:
    """Nobody makes us ask the server by sending rubbish."""
    assert await verifier.verify(token) is None
    assert server.reads == 0


async def test_keys_are_read_once_and_kept(server: KeyServer, verifier: JwtVerifier, clock: FakeClock) -> None:
    """For an hour; then once more."""
    for _ in range(3):
        assert await verifier.verify(server.token()) is not None
    assert server.reads == 1

    clock.now += HOUR + 1
    assert await verifier.verify(server.token()) is not None
    assert server.reads == 2


async def test_a_new_key_is_found_at_once_and_an_invented_one_is_not_looked_for_again(
    server: KeyServer, verifier: JwtVerifier, clock: FakeClock
) -> None:
    """Rotation works without a restart, and cannot be used to make us ask without end."""
    assert await verifier.verify(server.token()) is not None
    clock.now += 61
    server.keys.append(public_jwk("two", rsa_key("two")))

    assert await verifier.verify(server.token("two")) is not None
    for number in range(5):
        assert await verifier.verify(server.token(f"invented-{number}", rsa_key("forged"))) is None
    assert server.reads == 2


async def test_known_keys_outlive_the_server_for_a_day(
    server: KeyServer, verifier: JwtVerifier, clock: FakeClock
) -> None:
    """And no longer: a key may have been withdrawn."""
    assert await verifier.verify(server.token()) is not None
    server.status = 503
    clock.now += 23 * HOUR
    assert await verifier.verify(server.token()) is not None

    clock.now += 2 * HOUR
    with pytest.raises(KeysUnavailable):
        await verifier.verify(server.token())


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"keys": 7}', '{"keys": [7]}', "x" * 200_000])
async def test_keys_that_cannot_be_read_are_a_failure_and_no_refusal(
    server: KeyServer, verifier: JwtVerifier, clock: FakeClock, body: str
) -> None:
    """The caller may be right; it is tried again soon, not with every request."""
    server.body = body
    for _ in range(3):
        with pytest.raises(KeysUnavailable):
            await verifier.verify(server.token())
    assert server.reads == 1

    server.body = None
    clock.now += 6
    assert await verifier.verify(server.token()) is not None


async def test_a_server_that_cannot_be_reached_is_a_failure(client: httpx.AsyncClient, clock: FakeClock) -> None:
    """Nobody listens at that port."""
    nobody = "http://127.0.0.1:9"
    token = KeyServer(url=nobody).token()

    with pytest.raises(KeysUnavailable):
        await JwtVerifier(nobody, f"{nobody}/keys", client, clock).verify(token)


async def test_a_set_may_hold_keys_that_are_not_for_us(server: KeyServer, verifier: JwtVerifier) -> None:
    """Of unknown kinds, for encryption, or without a name."""
    one = server.keys[0]
    server.keys[:0] = [{"kty": "magic", "kid": "m"}, {**one, "kid": "e", "use": "enc"}, {"kty": "RSA"}]

    assert await verifier.verify(server.token()) is not None
