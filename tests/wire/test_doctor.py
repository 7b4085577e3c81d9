"""`twin doctor` against a service that works, and against one with each fault."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from fakes.mcp_service import KEY, Call, McpService, mcp_service, problem, tool
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

from twin_cli.addresses import parse_address
from twin_cli.doctor.auth import metadata
from twin_cli.doctor.findings import Report, State, Warn
from twin_cli.doctor.reach import clock
from twin_cli.doctor.visit import Visit
from twin_cli.doctor.walk import STEPS, examine
from twin_cli.failure import ExitCode
from twin_cli.settings import Endpoint, Secret

PRM = "/.well-known/oauth-protected-resource"
AS = "/.well-known/oauth-authorization-server/pool"
OIDC = "/pool/.well-known/openid-configuration"

type Seed = Callable[[McpService], object]


@pytest_asyncio.fixture
async def service() -> AsyncGenerator[McpService]:
    """A service that does all that a client needs, its own authorization server included."""
    async with mcp_service() as running:
        healthy(running)
        yield running


def healthy(service: McpService) -> None:
    """Everything in place."""
    server = {
        "issuer": f"{service.url}/pool",
        "authorization_endpoint": f"{service.url}/authorize",
        "token_endpoint": f"{service.url}/token",
        "code_challenge_methods_supported": ["S256"],
        "client_id_metadata_document_supported": True,
    }
    describe(service)
    service.routes[AS] = lambda _: JSONResponse(server)
    guard(service, challenge(service.url))


def describe(service: McpService, **members: str) -> None:
    """Serve the endpoint's metadata at both places, with these members beside those that every deployment has."""
    metadata = {"resource": f"{service.url}/mcp", "authorization_servers": [f"{service.url}/pool"]} | members
    for place in (PRM, f"{PRM}/mcp"):
        service.routes[place] = lambda _: JSONResponse(metadata)


def challenge(url: str) -> Response:
    """The 401 of a service that says how to sign in."""
    return refusal({"WWW-Authenticate": f'Bearer resource_metadata="{url}{PRM}/mcp", scope="query search"'})


def refusal(headers: dict[str, str], status: int = 401) -> Response:
    """A refusal with these headers."""
    return JSONResponse({"message": "Unauthorized"}, status, headers)


def guard(service: McpService, refused: Response, *, lets_in: frozenset[str | None] = frozenset()) -> None:
    """Refuse calls at /mcp that bring another credential than the key, or these."""

    def serve(call: Call) -> Response:
        return service.reply(call) if call.headers.get("authorization") in {f"Bearer {KEY}"} | lets_in else refused

    service.routes["/mcp"] = serve


def let_anybody_in(service: McpService, refused: Response | None = None) -> None:
    """A deployment with anonymous callers, which says so; a key that is none is still refused."""
    describe(service, anonymous_audience="public")
    service.routes["/v1/profile"] = lambda _: challenge(service.url)
    guard(service, refused or challenge(service.url), lets_in=frozenset({None}))


def answer(service: McpService, method: str, made: Response | dict[str, Any]) -> None:
    """Answer a method with a response, or with a result."""

    def reply(call: Call) -> Response:
        if call.message["method"] != method or call.headers.get("authorization") != f"Bearer {KEY}":
            return before(call)
        if isinstance(made, Response):
            return made
        return JSONResponse({"jsonrpc": "2.0", "id": call.message["id"], "result": made})

    before: Any = service.routes["/mcp"]
    service.routes["/mcp"] = reply


async def walk(url: str, key: str | None = KEY) -> Report:
    """What the doctor says."""
    return await asyncio.to_thread(examine, Endpoint(parse_address(url), Secret(key) if key else None, "test"))


async def test_a_healthy_service_has_no_broken_step(service: McpService) -> None:
    """Every step is taken, and none complains; TLS does not apply to this machine, and nobody is anonymous."""
    report = await walk(f"{service.url}/mcp")
    assert [(each.step, each.state) for each in report.findings] == [
        (step.name, State.SKIPPED if step.name in {"tls", "anonymous"} else State.OK) for step in STEPS
    ]
    assert (report.exit_code, report.body()["first_broken"]) == (ExitCode.OK, None)
    assert "Everything a client needs works." in report.human()
    assert KEY not in report.human() + str(report.body())


async def test_without_a_key_what_lies_behind_the_door_is_skipped(service: McpService) -> None:
    """That is no fault of the service."""
    report = await walk(service.url, key=None)
    states = {each.step: each.state for each in report.findings}
    assert report.exit_code is ExitCode.OK
    assert {states[step] for step in ("credential", "discover", "initialize", "tools", "call")} == {State.SKIPPED}


@pytest.mark.parametrize("key", [None, KEY])
async def test_a_service_that_means_to_take_anonymous_calls_is_right(service: McpService, key: str | None) -> None:
    """Without a key all is examined that anybody may see; a key that is none is still challenged."""
    let_anybody_in(service)
    report = await walk(service.url, key=key)
    assert {each.step: each.state for each in report.findings if each.state is not State.OK} == {
        "tls": State.SKIPPED
    } | ({"credential": State.SKIPPED} if key is None else {})
    told = {each.step: each.told for each in report.findings}
    assert told["challenge"].startswith("anonymous calls are allowed (public audience)")
    assert told["call"] == "search_profile answered"


async def test_a_local_stack_needs_no_authorization_server(service: McpService) -> None:
    """Hosted clients, which need one, do not reach this machine."""
    for place in (PRM, f"{PRM}/mcp"):
        service.routes[place] = lambda _: JSONResponse({"resource": f"{service.url}/mcp"})
    states = {each.step: each.state for each in (await walk(service.url)).findings}
    assert (states["metadata"], states["authorization-server"]) == (State.OK, State.SKIPPED)


@pytest.mark.parametrize("anonymous", [False, True])
def test_without_an_authorization_server_hosted_clients_come_anonymously_or_not_at_all(
    anonymous: bool,
) -> None:
    """Which is worth a warning where the service is for everybody to reach."""
    described = {"resource": "https://twin.example/mcp"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=described))
    with httpx.Client(transport=transport) as client:
        visit = Visit(Endpoint(parse_address("https://twin.example"), None, "test"), client)
        visit.metadata_url, visit.anonymous = f"https://twin.example{PRM}/mcp", anonymous
        if anonymous:
            assert "come without a credential" in metadata(visit)
            return
        with pytest.raises(Warn, match="API keys only") as warned:
            metadata(visit)
    assert "OAuth" in warned.value.mend


BROKEN: dict[str, tuple[Seed, str, str]] = {
    "health is a web page": (
        lambda s: s.routes.update({"/health": lambda _: HTMLResponse("<p>Welcome")}),
        "health",
        "web page",
    ),
    "health is down": (lambda s: s.routes.update({"/health": lambda _: Response(status_code=502)}), "health", "logs"),
    "the stage is missing from the path": (
        lambda s: s.routes.update({"/health": lambda _: refusal({}, 403)}),
        "health",
        "need the stage",
    ),
    "mcp is redirected": (
        lambda s: s.routes.update({"/mcp": lambda _: RedirectResponse("/mcp/", 307)}),
        "challenge",
        "redirects to",
    ),
    "the host is not allowed": (
        lambda s: s.routes.update({"/mcp": lambda _: PlainTextResponse("Invalid Host header", 421)}),
        "challenge",
        "Add the host",
    ),
    "the 401 has no challenge": (lambda s: guard(s, refusal({})), "challenge", "WWW-Authenticate: Bearer"),
    "the challenge was renamed": (
        lambda s: guard(s, refusal({"x-amzn-remapped-www-authenticate": "Bearer"})),
        "challenge",
        "gateway response",
    ),
    "the challenge is for another scheme": (
        lambda s: guard(s, refusal({"WWW-Authenticate": "Basic realm=x"})),
        "challenge",
        "Bearer",
    ),
    "the challenge names no metadata": (
        lambda s: guard(s, refusal({"WWW-Authenticate": 'Bearer error="invalid_token"'})),
        "challenge",
        "Add resource_metadata",
    ),
    "the refusal is a 403": (lambda s: guard(s, refusal({}, 403)), "challenge", "Reply 401"),
    "the metadata is missing": (
        lambda s: s.routes.update({f"{PRM}/mcp": lambda _: problem(404, "not-found", "Not found")}),
        "metadata",
        "without a credential",
    ),
    "the metadata is a web page": (
        lambda s: s.routes.update({f"{PRM}/mcp": lambda _: HTMLResponse("<p>")}),
        "metadata",
        "web page",
    ),
    "the metadata has a wrong content type": (
        lambda s: s.routes.update({f"{PRM}/mcp": lambda _: PlainTextResponse('{"resource": "x"}')}),
        "metadata",
        "application/json",
    ),
    "the metadata is for another resource": (
        lambda s: s.routes.update({f"{PRM}/mcp": lambda _: JSONResponse({"resource": "https://other.example/mcp"})}),
        "metadata",
        "Set resource to",
    ),
    "the authorization server has no metadata": (lambda s: s.routes.pop(AS), "authorization-server", "RFC 8414"),
    "the issuer is another": (
        lambda s: s.routes.update({AS: lambda _: JSONResponse({"issuer": f"{s.url}/pool/"})}),
        "authorization-server",
        "exactly",
    ),
    "there is no PKCE": (
        lambda s: s.routes.update(
            {
                AS: lambda _: problem(404, "x", "x"),
                OIDC: lambda _: JSONResponse(
                    {"issuer": f"{s.url}/pool", "authorization_endpoint": "a", "token_endpoint": "t"}
                ),
            }
        ),
        "authorization-server",
        "S256",
    ),
    "the key is refused": (
        lambda s: s.routes.update({"/mcp": lambda _: challenge(s.url)}),
        "credential",
        "TWIN_API_KEY",
    ),
    "the key cannot be checked": (
        lambda s: answer(s, "server/discover", problem(503, "unavailable", "Down")),
        "credential",
        "look into their logs",
    ),
    "the key has used up its limit": (
        lambda s: answer(s, "server/discover", problem(429, "rate-limited", "Too many", Retry_After="7")),
        "credential",
        "in 7 s",
    ),
    "strangers are over the limit": (
        lambda s: guard(s, problem(429, "rate-limited", "Too many", Retry_After="7")),
        "challenge",
        "in 7 s",
    ),
    "the current era is not served": (
        lambda s: answer(s, "server/discover", JSONResponse(rpc_error(-32601, "Method not found"), 404)),
        "discover",
        "MCP SDK",
    ),
    "discovery lacks required fields": (
        lambda s: answer(s, "server/discover", {"supportedVersions": ["2026-07-28"], "capabilities": {}}),
        "discover",
        "requires them",
    ),
    "the handshake is a web page": (
        lambda s: answer(s, "initialize", HTMLResponse("<p>Sign in")),
        "initialize",
        "web page",
    ),
    "the handshake has a wrong content type": (
        lambda s: answer(s, "initialize", PlainTextResponse("{}")),
        "initialize",
        "Content-Type: application/json",
    ),
    "there are no tools": (lambda s: answer(s, "tools/list", {"tools": []}), "tools", "scopes"),
    "a tool has no schema": (
        lambda s: answer(s, "tools/list", {"tools": [{"name": "search_profile"}]}),
        "tools",
        "inputSchema",
    ),
    "a call fails": (
        lambda s: answer(
            s, "tools/call", {"isError": True, "content": [{"type": "text", "text": "unavailable: no index"}]}
        ),
        "call",
        "request id",
    ),
    "a limit is reached": (
        lambda s: answer(s, "tools/call", problem(429, "rate-limited", "Too many", Retry_After="7")),
        "call",
        "in 7 s",
    ),
    "nothing checks credentials": (
        lambda s: s.routes.update({"/mcp": s.reply}),
        "challenge",
        "attach the authorizer to /mcp",
    ),
    "anybody is let in, and who brings a bad key is not challenged": (
        lambda s: let_anybody_in(s, refusal({})),
        "challenge",
        "WWW-Authenticate: Bearer",
    ),
    "anybody is let in, and who brings a bad key breaks the authorizer": (
        lambda s: let_anybody_in(s, refusal({}, 503)),
        "challenge",
        "logs",
    ),
    "anybody is let in over REST as well": (
        lambda s: (let_anybody_in(s), s.routes.pop("/v1/profile")),
        "anonymous",
        "Only /mcp may be open",
    ),
    "anybody is taken for the owner": (
        lambda s: (let_anybody_in(s), s.tools.append(tool("list_profile_versions"))),
        "anonymous",
        "scopes query, read and search only",
    ),
    "anybody is taken for a recruiter": (
        lambda s: (let_anybody_in(s), describe(s, anonymous_audience="recruiter")),
        "anonymous",
        "public part only",
    ),
    "anybody should be let in, and is not": (
        lambda s: describe(s, anonymous_audience="public"),
        "anonymous",
        "does not know of `anonymous_mcp`",
    ),
}


def rpc_error(code: int, message: str) -> dict[str, Any]:
    """A protocol error."""
    return {"jsonrpc": "2.0", "id": 1, "error": {"code": code, "message": message}}


@pytest.mark.parametrize("fault", BROKEN)
async def test_the_first_broken_step_and_its_mend_are_named(service: McpService, fault: str) -> None:
    """One fault, one step."""
    seed, step, mend = BROKEN[fault]
    seed(service)
    report = await walk(service.url)
    assert report.first_broken is not None
    assert report.first_broken.step == step
    assert mend in report.first_broken.mend
    assert report.exit_code is ExitCode.REFUSED
    assert report.body()["first_broken"]["step"] == step


WARNINGS: dict[str, tuple[Seed, str, str]] = {
    "a well-known place is empty": (lambda s: s.routes.pop(PRM), "well-known", "Serve the same document"),
    "anybody is let in, and nothing says that this is meant": (
        lambda s: (let_anybody_in(s), describe(s)),
        "anonymous",
        "take `anonymous_mcp` back",
    ),
}


@pytest.mark.parametrize("fault", WARNINGS)
async def test_what_stops_only_some_clients_is_a_warning(service: McpService, fault: str) -> None:
    """It is named with its mend, and the walk goes on."""
    seed, step, mend = WARNINGS[fault]
    seed(service)
    report = await walk(service.url)
    found = next(each for each in report.findings if each.step == step)
    assert found.state is State.WARNING
    assert mend in found.mend
    assert report.exit_code is ExitCode.OK


async def test_a_report_never_holds_the_key(service: McpService) -> None:
    """Not even where the service echoes it: reports are shown around."""
    service.routes["/mcp"] = lambda call: JSONResponse(
        rpc_error(-32001, f"bad token {call.headers.get('authorization')}")
    )
    report = await walk(service.url)
    assert "bad token Bearer …" in report.human()
    assert KEY not in report.human() + str(report.body())


@pytest.mark.parametrize(
    "body",
    ["[" * 100_000, '{"title": "T", "errors": ["x", 1]}', '{"title": 5, "errors": 7}', "null", '{"jsonrpc": "2.0"}'],
)
@pytest.mark.parametrize("status", [200, 401, 500])
async def test_whatever_answers_there_is_a_report(service: McpService, body: str, status: int) -> None:
    """Also of what is no MCP server at all."""
    for path in ("/mcp", "/health", PRM, f"{PRM}/mcp", AS, "/v1/profile"):
        service.routes[path] = lambda _: Response(body, status, media_type="application/json")
    report = await walk(service.url)
    assert len(report.findings) == len(STEPS)
    assert report.first_broken is not None


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_is_off_is_a_warning(hours: int) -> None:
    """Tokens seem expired, or not valid yet."""
    date = format_datetime(datetime.now(UTC) + timedelta(hours=hours), usegmt=True)
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={}, headers={"Date": date}))
    endpoint = Endpoint(parse_address("https://twin.example"), None, "test")
    with (
        httpx.Client(transport=transport) as client,
        pytest.raises(Warn, match="ahead" if hours > 0 else "behind") as warned,
    ):
        clock(Visit(endpoint, client))
    assert "Set this machine's clock" in warned.value.mend


async def test_a_stage_in_the_path_puts_the_metadata_out_of_reach(service: McpService) -> None:
    """Clients look at the root of the host, which API Gateway's own addresses do not serve."""
    service.routes["/prod/health"] = lambda _: JSONResponse({})
    service.routes["/prod/mcp"] = lambda _: challenge(service.url)
    del service.routes[PRM]
    found = next(each for each in (await walk(f"{service.url}/prod")).findings if each.step == "well-known")
    assert found.state is State.WARNING
    assert "custom domain" in found.mend


@pytest.mark.parametrize(
    ("url", "step", "mend"),
    [
        ("http://twin.invalid", "dns", "spelling"),
        ("http://127.0.0.1:9", "connect", "the service is up"),
    ],
)
async def test_what_cannot_be_reached_has_an_exit_code_of_its_own(url: str, step: str, mend: str) -> None:
    """Nothing after it is tried."""
    report = await walk(url, key=None)
    assert report.first_broken is not None
    assert (report.first_broken.step, report.exit_code) == (step, ExitCode.UNREACHABLE)
    assert mend in report.first_broken.mend
    assert report.findings[-1].state is State.SKIPPED


async def test_plain_http_on_a_port_for_tls_is_found(service: McpService) -> None:
    """Such as a proxy that ends TLS somewhere else."""
    report = await walk(service.url.replace("http:", "https:"))
    assert report.first_broken is not None
    assert (report.first_broken.step, report.exit_code) == ("tls", ExitCode.UNREACHABLE)
    assert "TLS" in report.first_broken.mend


async def test_a_certificate_nobody_vouches_for_is_found(tmp_path: Path) -> None:
    """Clients refuse it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    async with await asyncio.start_server(_hang_up, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        report = await walk(f"https://127.0.0.1:{port}")
    assert report.first_broken is not None
    assert report.first_broken.step == "tls"
    assert "self-signed" in report.first_broken.told
    assert "Renew it" in report.first_broken.mend


def self_signed(folder: Path) -> Path:
    """A certificate with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=1)).sign(
        key, hashes.SHA256()
    )
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "server.pem"
    file.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    return file


async def _hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()
