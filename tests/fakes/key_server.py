"""An authorization server's keys on loopback, and the tokens it would sign with them."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from time import time
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from twin_local.serving import serve

CLIENT = "client-1"
RESOURCE = "https://twin.example.com/mcp"

type PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def rsa_key(name: str) -> rsa.RSAPrivateKey:
    """A key by its name; making one takes a while."""
    assert name
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@cache
def ec_key(name: str) -> ec.EllipticCurvePrivateKey:
    """An elliptic key by its name."""
    assert name
    return ec.generate_private_key(ec.SECP256R1())


def public_jwk(key_id: str, key: PrivateKey) -> dict[str, Any]:
    """A key as it is published."""
    if isinstance(key, rsa.RSAPrivateKey):
        entry = RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
        return {**entry, "kid": key_id, "use": "sig", "alg": "RS256"}
    return {**ECAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": key_id, "use": "sig", "alg": "ES256"}


@dataclass
class KeyServer:
    """A running server. `keys` are what it publishes, `status` how it answers, `reads` how often it was asked."""

    url: str = ""
    keys: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    status: int = 200
    body: str | None = None
    reads: int = 0

    @property
    def issuer(self) -> str:
        """The issuer of its tokens."""
        return self.url

    @property
    def keys_url(self) -> str:
        """Where its keys are."""
        return f"{self.url}/.well-known/jwks.json"

    def token(
        self,
        key_id: str = "one",
        key: PrivateKey | str | None = None,
        algorithm: str = "RS256",
        **claims: object,
    ) -> str:
        """An access token as Cognito makes them, with other claims if any are given; one that is None is left out."""
        now = int(time())
        usual: dict[str, object] = {
            "iss": self.issuer,
            "sub": "user-1",
            "iat": now,
            "exp": now + 3600,
            "client_id": CLIENT,
            "token_use": "access",
            "scope": "query read search",
        }
        payload = {name: value for name, value in {**usual, **claims}.items() if value is not None}
        signed_with = rsa_key(key_id) if key is None else key
        return jwt.encode(payload, signed_with, algorithm=algorithm, headers={"kid": key_id})


@asynccontextmanager
async def key_server(*keys: dict[str, Any]) -> AsyncGenerator[KeyServer]:
    """Serve keys, `one` if none are named."""
    server = KeyServer(keys=list(keys) or [public_jwk("one", rsa_key("one"))])

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        server.reads += 1
        body = server.body if server.body is not None else json.dumps({"keys": server.keys})
        await Response(body, server.status, media_type="application/json")(scope, receive, send)

    async with serve(app) as url:
        server.url = url
        yield server
