"""The walk: which steps there are, in which order, and which cannot be taken after a broken one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import httpx

from twin_cli.doctor import auth, protocol, reach
from twin_cli.doctor.anonymous import anonymous
from twin_cli.doctor.findings import Broken, Finding, Report, Skip, State, Warn
from twin_cli.doctor.visit import TIMEOUT, Visit
from twin_cli.http import client_options
from twin_cli.settings import Endpoint


@dataclass(frozen=True, slots=True)
class Step:
    """A check, and the steps without which it says nothing."""

    name: str
    check: Callable[[Visit], str]
    needs: frozenset[str] = frozenset()


_REACHED = frozenset({"dns", "connect", "tls"})
_ADMITTED = _REACHED | {"credential"}

STEPS = (
    Step("dns", reach.dns),
    Step("connect", reach.connect, frozenset({"dns"})),
    Step("tls", reach.tls, frozenset({"dns", "connect"})),
    Step("health", reach.health, _REACHED),
    Step("clock", reach.clock, _REACHED),
    Step("challenge", auth.challenge, _REACHED),
    Step("metadata", auth.metadata, _REACHED),
    Step("well-known", auth.well_known, _REACHED),
    Step("anonymous", anonymous, _REACHED | {"challenge"}),
    Step("authorization-server", auth.authorization_server, _REACHED),
    Step("credential", protocol.credential, _REACHED),
    Step("discover", protocol.discover, _ADMITTED),
    Step("initialize", protocol.initialize, _ADMITTED),
    Step("tools", protocol.tools, _ADMITTED),
    Step("call", protocol.call, _ADMITTED | {"tools"}),
)


def examine(endpoint: Endpoint) -> Report:
    """Walk every step that can be taken."""
    base = endpoint.address.base
    with httpx.Client(timeout=TIMEOUT, **client_options(base)) as client:
        return Report(base, tuple(_walk(Visit(endpoint, client))))


def _walk(visit: Visit) -> Iterator[Finding]:
    closed: set[str] = set()
    by_proxy = reach.proxied(visit)
    for step in STEPS:
        if by_proxy and step.name in _REACHED:
            yield Finding(step.name, State.SKIPPED, "a proxy does it")
            continue
        if blocked := sorted(step.needs & closed):
            yield Finding(step.name, State.SKIPPED, f"needs {blocked[0]}")
            closed.add(step.name)
            continue
        finding = _take(step, visit)
        if finding.state is State.BROKEN or _shut_out(finding, visit):
            closed.add(step.name)
        yield finding


def _shut_out(finding: Finding, visit: Visit) -> bool:
    """Without a key there is nothing to see behind the door, unless it stands open."""
    return finding.step == "credential" and finding.state is State.SKIPPED and not visit.anonymous


def _take(step: Step, visit: Visit) -> Finding:
    finding = _found(step, visit)
    # A report is made to be shown around, and a service may echo what it was sent.
    key = visit.endpoint.key.value if visit.endpoint.key else ""
    return replace(finding, told=finding.told.replace(key, "…")) if key else finding


def _found(step: Step, visit: Visit) -> Finding:
    try:
        return Finding(step.name, State.OK, step.check(visit))
    except Broken as broken:
        return Finding(step.name, State.BROKEN, broken.told, broken.mend, broken.exit_code)
    except Warn as warn:
        return Finding(step.name, State.WARNING, warn.told, warn.mend)
    except Skip as skip:
        return Finding(step.name, State.SKIPPED, str(skip))
