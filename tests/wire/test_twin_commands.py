"""The commands on the wire: what the service is sent, what a shell sees."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from fakes.mcp_service import KEY, McpService, mcp_service, problem
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from twin_cli import __version__
from twin_cli.main import run

ANSWER: dict[str, Any] = {
    "answer": "She led it. [1]\x1b[31m",
    "citations": [{"marker": 1, "path": "/work/0", "quote": "led"}],
    "profile_version": 3,
    "provider": "groq",
    "cached": True,
    "degraded": False,
}


@pytest_asyncio.fixture
async def service() -> AsyncGenerator[McpService]:
    """A service that works."""
    async with mcp_service() as running:
        yield running


async def twin(service: McpService, *arguments: str) -> int:
    """Run a command against the service; the exit code."""
    environ = {"HOME": "/nonexistent", "TWIN_URL": service.url, "TWIN_API_KEY": KEY}
    return await asyncio.to_thread(run, arguments, environ, Path("/"))


async def test_an_answer_is_printed_with_its_citations(service: McpService, capsys: pytest.CaptureFixture[str]) -> None:
    """Without what could drive the terminal."""
    service.routes["/v1/query"] = lambda _: JSONResponse(ANSWER)
    assert await twin(service, "ask", "What did she do?", "--top-k", "3") == 0
    assert capsys.readouterr().out == "She led it. [1][31m\n  [1] /work/0  “led”\n(version 3, by groq, cached)\n"
    assert service.calls[0].message == {"question": "What did she do?", "top_k": 3}
    assert service.calls[0].headers["authorization"] == f"Bearer {KEY}"


async def test_json_is_the_service_s_reply_itself(service: McpService, capsys: pytest.CaptureFixture[str]) -> None:
    """For programs, nothing is left out or added."""
    service.routes["/v1/query"] = lambda _: JSONResponse(ANSWER)
    assert await twin(service, "ask", "x", "--json") == 0
    assert json.loads(capsys.readouterr().out) == ANSWER


async def test_search_and_sync_print_what_was_found(service: McpService, capsys: pytest.CaptureFixture[str]) -> None:
    """Best first; a failed region with its error."""
    hit = {"path": "/work/0", "text": "Kafka"}
    service.routes["/v1/search"] = lambda _: JSONResponse({"results": [hit], "profile_version": 3, "degraded": True})
    region = {"region": "eu-west-1", "version": 2, "status": "failed", "chunks": 7, "error": "timeout"}
    service.routes["/v1/sync"] = lambda _: JSONResponse({"head_version": 3, "regions": [region]})
    assert await twin(service, "search", "Kafka", "--section", "work") == 0
    assert await twin(service, "sync") == 0
    printed = capsys.readouterr().out
    assert "1. /work/0  Kafka\n(version 3, degraded)" in printed
    assert "live: version 3" in printed
    assert "timeout" in printed
    assert service.calls[0].message == {"query": "Kafka", "section": "work"}


@pytest.mark.parametrize(
    ("etag", "flags", "sent"),
    [
        ('"v1"', [], ("if-match", '"v1"')),
        (None, [], ("if-none-match", "*")),
        ('"v1"', ["--if-match", "v0"], ("if-match", '"v0"')),
        ('"v1"', ["--if-match", '"v0"'], ("if-match", '"v0"')),
    ],
)
async def test_a_publish_names_the_version_it_is_made_against(
    service: McpService, tmp_path: Path, etag: str | None, flags: list[str], sent: tuple[str, str]
) -> None:
    """The one given, else the live one, else that there is none; the bytes go as they are."""
    service.etag = etag
    file = tmp_path / "profile.json"
    file.write_bytes(b'{"basics":  {"name": "x"}}')
    version: dict[str, Any] = {"version": 2, "etag": '"v2"', "changes": [{"op": "add", "path": "/work"}], "sync": {}}
    live = service.profile
    service.routes["/v1/profile"] = lambda call: live(call) if call.method == "GET" else JSONResponse(version, 201)
    assert await twin(service, "publish", str(file), "--reason", "new role", *flags) == 0
    put = service.calls[-1]
    assert (put.method, put.body) == ("PUT", file.read_bytes())
    assert put.headers[sent[0]] == sent[1]


async def test_a_publish_that_no_twin_answered_did_not_happen(
    service: McpService, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reply that names no version is nobody's; an ETag that no header can hold is a mistake."""
    file = tmp_path / "profile.json"
    file.write_bytes(b"{}")
    service.routes["/v1/profile"] = lambda _: JSONResponse({}, 200)
    assert await twin(service, "publish", str(file)) == 3
    assert await twin(service, "publish", str(file), "--if-match", "\u201cv1\u201d") == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("reply", "code", "words"),
    [
        (problem(401, "unauthenticated", "Unauthenticated"), 1, "TWIN_API_KEY"),
        (problem(429, "rate-limited", "Too many", Retry_After="7"), 1, "in 7 s"),
        (problem(503, "unavailable", "Down"), 1, "Down!"),
        (RedirectResponse("https://elsewhere.example/"), 1, "https://elsewhere.example/"),
        (HTMLResponse("<p>"), 3, "not answer with JSON"),
        (Response("[" * 100_000, media_type="application/json"), 3, "not answer with JSON"),
        (JSONResponse({"status": "ok"}), 3, "is it a digital twin?"),
        (JSONResponse({"answer": None, "citations": [1]}), 3, "is it a digital twin?"),
        (JSONResponse({"title": "T", "errors": ["x", {"pointer": "/a", "message": "bad"}]}, 422), 1, "/a: bad"),
        (JSONResponse({"title": "T", "errors": 5}, 422), 1, "T:"),
    ],
)
async def test_a_refusal_is_explained_and_has_its_exit_code(
    service: McpService, capsys: pytest.CaptureFixture[str], reply: Response, code: int, words: str
) -> None:
    """On standard error, with what to do; never the key."""
    service.routes["/v1/query"] = lambda _: reply
    assert await twin(service, "ask", "x") == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert KEY not in printed.err
    assert await twin(service, "ask", "x", "--json") == code
    assert json.loads(capsys.readouterr().out)["error"] in {"refused", "unreachable"}


def test_nothing_there_is_unreachable_and_nothing_configured_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Two exit codes that scripts tell apart."""
    assert run(["sync", "--url", "http://127.0.0.1:9"], {"HOME": "/nonexistent"}, Path("/")) == 3
    assert "twin doctor" in capsys.readouterr().err
    assert run(["sync"], {"HOME": "/nonexistent"}, Path("/")) == 2
    assert run(["publish", "/nonexistent"], {"HOME": "/nonexistent"}, Path("/")) == 2


async def test_a_console_that_knows_few_letters_gets_what_it_can_show(service: McpService) -> None:
    """As on some Windows machines; the answer is worth more than its quotation marks."""
    service.routes["/v1/query"] = lambda _: JSONResponse(ANSWER)
    program = "from twin_cli.__main__ import entry; entry()"
    environ = {"HOME": "/nonexistent", "TWIN_URL": service.url, "PYTHONIOENCODING": "ascii"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, "ask", "x", env=environ, stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await process.communicate()
    assert process.returncode == 0
    assert b"[1] /work/0  ?led?" in printed


@pytest.mark.parametrize(
    "arguments", [[], ["nonsense"], ["ask"], ["ask", "x", "--top-k", "21"], ["mcp", "--watch-seconds", "-1"]]
)
def test_a_command_line_that_is_wrong_is_usage(arguments: list[str]) -> None:
    """With argparse's message."""
    with pytest.raises(SystemExit) as ended:
        run(arguments, {}, Path("/"))
    assert ended.value.code == 2


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    """Written in two places, which must agree."""
    with pytest.raises(SystemExit):
        run(["--version"], {}, Path("/"))
    assert capsys.readouterr().out == f"twin {__version__}\n"
    assert f'version = "{__version__}"' in Path("cli/pyproject.toml").read_text()
