"""`twin ask`: a question, and the cited answer."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from twin_cli.console import Console
from twin_cli.failure import ExitCode
from twin_cli.service import Service, told
from twin_cli.settings import Flags, Surroundings, find_endpoint


def run(arguments: Namespace, flags: Flags, around: Surroundings, console: Console) -> ExitCode:
    """Ask, and print the answer with its citations."""
    question = {"question": arguments.question} | ({"top_k": arguments.top_k} if arguments.top_k else {})
    with Service(find_endpoint(flags, around)) as service:
        answer = service.read("POST", "/v1/query", json=question)
    console.result(answer, told(answer, present))
    return ExitCode.OK


def present(answer: dict[str, Any]) -> str:
    """An answer for people."""
    lines = [answer["answer"]]
    lines += [f"  [{cited['marker']}] {cited['path']}  “{cited['quote']}”" for cited in answer["citations"]]
    source = f"version {answer['profile_version']}, by {answer['provider']}"
    lines.append(f"({source}{', cached' * answer['cached']}{', degraded' * answer['degraded']})")
    return "\n".join(lines)
