# ruff: noqa: INP001, SLF001  # a script of another environment, about the insides of one package
"""Start the emulator with what it gets wrong about events, layers, request bodies and WebSockets put right.

Runs in the emulator's own environment and must import nothing of the project. Each correction names private parts of
the pinned version, and the start fails if another version has moved them.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import web_sockets
from ministack.app import main
from ministack.core import lambda_runtime
from ministack.services import apigateway_v1, eventbridge, lambda_svc
from shared_layers import zipfile_sharing


def _invoke_as_event(arn: str, payload: str) -> None:
    """EventBridge invokes a function asynchronously: Lambda retries it, then sends the event to the dead-letter queue.

    The emulator does this for every other asynchronous caller, but runs the target of a rule once.
    https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
    """
    function, config, _ = lambda_svc._get_func_record_for_ref(arn)
    if function and config:
        record = lambda_svc._execution_record_for_config(function, config)
        lambda_svc.invoke_async_with_retry(record, json.loads(payload))


_restore_all = lambda_svc._restore_state


def _restore_without_positions(data: dict[str, Any] | None) -> None:
    """A table's stream starts empty after a restart, so how far it had been read before must not count.

    The emulator saves the positions but not the records, and would pass over as many new records as there were old.
    """
    _restore_all({**data, "dynamodb_stream_positions": {}} if data else data)


_check_body = apigateway_v1._check_request_validation


def _check_declared_types_only(
    method: dict[str, Any],
    api: str,
    request: dict[str, Any],
    headers: dict[str, str],
    body: bytes,
    query: dict[str, Any],
) -> object:
    """A body whose content type the method has no model for is not validated, it is the function's to judge.

    The emulator takes the model for JSON instead.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/request-validation-sdk-api.html
    """
    sent = next((value for name, value in headers.items() if name.lower() == "content-type"), "application/json")
    if sent.split(";", 1)[0].strip() not in (method.get("requestModels") or {}):
        return None
    return _check_body(method, api, request, headers, body, query)


if not callable(eventbridge._dispatch_to_lambda):
    raise TypeError("this version of the emulator invokes the targets of rules in another way")
eventbridge._dispatch_to_lambda = _invoke_as_event
apigateway_v1._check_request_validation = _check_declared_types_only
lambda_svc._restore_state = _restore_without_positions
lambda_runtime.zipfile = zipfile_sharing(Path(os.environ["STATE_DIR"]).with_name("layers"))
web_sockets.correct()

if __name__ == "__main__":
    main()
