"""The catalogue of log events."""

from __future__ import annotations

import ast
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from digital_twin.telemetry import EVENTS, EventLog, log

ROOT = Path(__file__).parents[3]
# What a LogRecord has of its own; the standard library refuses extra fields of these names at run time.
RESERVED = {*vars(logging.makeLogRecord({})), "message", "asctime"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call on `log` in shipped code, with the place it is at."""
    for folder in ("layers", "functions"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id="log"))):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", node
                    case _:
                        pass


def named(call: ast.Call) -> str:
    """The event a call names, which has to be a literal."""
    event = call.args[0]
    assert isinstance(event, ast.Constant)
    return str(event.value)


def test_every_event_logged_is_in_the_catalogue() -> None:
    """And everything in the catalogue is logged somewhere."""
    logged = {named(call): place for place, call in calls()}
    assert logged.keys() == EVENTS.keys()


def test_no_field_has_a_name_that_logging_keeps_for_itself() -> None:
    """Such a call would raise when the event happens, not before."""
    clashes = [place for place, call in calls() for keyword in call.keywords if keyword.arg in RESERVED]
    assert clashes == []


@pytest.mark.parametrize("method", [EventLog.info, EventLog.warning, EventLog.error])
def test_an_unknown_event_is_a_mistake(method: object) -> None:
    """It fails in the first test that reaches it."""
    assert callable(method)
    with pytest.raises(KeyError, match=r"made\.up"):
        method(log, "made.up")


def test_an_event_is_one_json_line_with_its_fields() -> None:
    """The name is the message, fields are members: what dashboards and alarms filter on."""
    info, warning, failure = records(
        "log.info('publish.committed', profile='ada', version=3)",
        "log.warning('publish.beacon_failed', region='eu-west-1')",
        "log.exception('request.failed', ValueError('odd'), route='/v1/query')",
    )
    assert (info["level"], info["message"], info["profile"], info["version"]) == ("INFO", "publish.committed", "ada", 3)
    assert (warning["level"], warning["message"], warning["region"]) == (
        "WARNING",
        "publish.beacon_failed",
        "eu-west-1",
    )
    assert (failure["level"], failure["message"], failure["route"]) == ("ERROR", "request.failed", "/v1/query")
    assert (failure["error"], failure["trace"]) == ("ValueError", [])
    assert "odd" not in json.dumps(failure)


def test_a_line_says_when_and_by_whom_and_which_trace_it_is_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the fields of an event do not: the service, a time that sorts, and X-Ray's trace where there is one."""
    monkeypatch.setenv("POWERTOOLS_SERVICE_NAME", "query")
    [untraced] = records("log.info('publish.committed')")
    monkeypatch.setenv("_X_AMZN_TRACE_ID", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1")
    [traced] = records("log.info('publish.committed')")
    assert untraced.keys() == {"level", "message", "timestamp", "service"}
    assert untraced["service"] == "query"
    assert datetime.fromisoformat(str(untraced["timestamp"])).utcoffset() == timedelta(0)
    assert traced["xray_trace_id"] == "1-5759e988-bd862e3fe1be46a994272793"


def records(*statements: str) -> list[dict[str, object]]:
    """What a process writes that runs these statements: the logger holds on to the process's own standard output."""
    program = "\n".join(("from digital_twin.telemetry import log", *statements))
    written = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)  # noqa: S603 - our own interpreter and program
    return [json.loads(line) for line in written.stdout.splitlines()]
