# ruff: noqa: INP001  # a script of another environment, not a module of ours
"""Start the emulator with what it gets wrong about a function's callers put right.

Runs in the emulator's own environment and must import nothing of the project. Each correction names a private part of
the pinned version, and the start fails if a new version has moved it.
"""

from __future__ import annotations

import json

from ministack.app import main
from ministack.services import eventbridge, lambda_svc


def _invoke_as_event(arn: str, payload: str) -> None:
    """EventBridge invokes a function asynchronously: Lambda retries it, then sends the event to the dead-letter queue.

    The emulator does this for every other asynchronous caller, and runs a rule's target once.
    https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
    """
    function, config, _ = lambda_svc._get_func_record_for_ref(arn)  # noqa: SLF001  # see above
    if function and config:
        record = lambda_svc._execution_record_for_config(function, config)  # noqa: SLF001  # see above
        lambda_svc.invoke_async_with_retry(record, json.loads(payload))


if not callable(eventbridge._dispatch_to_lambda):  # noqa: SLF001  # see above
    raise TypeError("this version of the emulator invokes the targets of rules in another way")
eventbridge._dispatch_to_lambda = _invoke_as_event  # noqa: SLF001  # see above

if __name__ == "__main__":
    main()
