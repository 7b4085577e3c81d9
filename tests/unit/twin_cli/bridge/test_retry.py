"""When an attempt is repeated."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from twin_cli.bridge.retry import PAUSE_SECONDS, pause_before_retry, read_retry_after


@pytest.mark.parametrize(
    ("method", "failed", "sent", "retry_after", "left", "pause"),
    [
        ("tools/list", True, True, None, 20.0, PAUSE_SECONDS),
        ("tools/list", True, True, 3.0, 20.0, 3.0),
        ("tools/list", True, True, 20.0, 20.0, None),
        ("tools/list", False, True, None, 20.0, None),
        ("tools/call", True, True, None, 20.0, None),
        ("tools/call", True, False, None, 20.0, PAUSE_SECONDS),
        ("", True, True, None, 20.0, None),
    ],
)
def test_a_retry_is_safe_in_time_and_as_late_as_asked(
    method: str, failed: bool, sent: bool, retry_after: float | None, left: float, pause: float | None
) -> None:
    """A call that never left may be sent whatever it is."""
    assert pause_before_retry(method, failed=failed, sent=sent, retry_after=retry_after, left=left) == pause


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("", None),
        ("7", 7.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 37.0),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0.0),
        ("soon", None),
        ("\u00b2", None),
        ("9" * 400, None),
        ("-1", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    """Both forms of RFC 9110."""
    assert read_retry_after(value, datetime(1994, 11, 6, 8, 49, 0, tzinfo=UTC)) == seconds
