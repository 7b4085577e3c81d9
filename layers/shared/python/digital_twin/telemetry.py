"""The catalogue of log events: stable dotted names with structured fields.

Never logged: events, headers, tokens, questions, profile text. What may be logged is named here.
"""

from __future__ import annotations

from datetime import UTC, datetime
from json import JSONEncoder
from logging import LogRecord, makeLogRecord
from traceback import extract_tb
from typing import override

from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

EVENTS: dict[str, str] = {
    "request.served": "one per HTTP request: route, status, milliseconds",
    "request.failed": "an unexpected error reached the edge; the trace goes to the log, never to the caller",
    "admission.redis_down": "the gate could not be reached; the request is served under the container's own quota",
    "admission.settle_failed": "the answer was given but could not be cached",
    "admission.follow_failed": "the gate could not be asked for another request's answer; the follower makes its own",
    "session.unreadable": "Redis held a session in another shape; the question is read without it",
    "ask.kept_answer_unreadable": "Redis held an answer in another shape; it is made anew",
    "retrieval.region_failed": "a vector region failed or was too slow; the next is asked",
    "retrieval.hedged": "a vector region takes longer than its p95; the next is asked beside it",
    "retrieval.breaker_opened": "a vector region kept failing or being overtaken; it is left alone for a while",
    "retrieval.breaker_closed": "a vector region that was left alone answers again",
    "retrieval.all_regions_failed": "no vector region answered, or all are left alone; the lexical half stands alone",
    "generation.completed": "a model gave a completion: milliseconds, tokens and cost, before it is checked",
    "generation.model_failed": "a model gave no usable completion; the next is asked",
    "generation.model_refused": "a model refuses the key or how it is asked, until somebody mends it; raises an alarm",
    "generation.all_cooling": "every model is left alone after failures; extracts serve",
    "generation.no_time_left": "the deadline leaves no room for another model",
    "generation.unsupported": "nothing in a model's draft was borne out by its citations",
    "publish.committed": "a version was committed",
    "publish.beacon_failed": "a region's Redis could not be told the new version; the relay tells it again",
    "relay.published": "committed versions were put on the bus",
    "sync.applied": "a region's index holds a version: chunks added, removed, total",
    "sync.failed": "a region's index could not be brought to HEAD; the event is retried, then dead-lettered",
    "reconcile.requested": "every region was asked to come to HEAD",
    "notify.sent": "the clients of a region were told of a new version: how many, gone, failed",
    "notify.failed": "the clients of a region could not be told of a new version; they learn it by asking",
    "socket.opened": "a client's connection was accepted",
    "socket.closed": "a client's connection has ended",
    "socket.refused": "a client's connection could not be accepted",
    "socket.served": "one per WebSocket message: status, milliseconds, whether the reply could be handed on",
    "socket.client_gone": "the client left before it had its reply",
    "socket.not_delivered": "a reply could not be handed on to its client",
    "socket.not_forgotten": "a closed connection could not be forgotten; its item expires",
    "authorize.denied": "a credential resolved to nobody",
}


# What a record has that carries no fields; `message` and `asctime` are left there by formatters.
_OF_ANY_RECORD = {*vars(makeLogRecord({})), "message", "asctime"}

_ENCODER = JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


class _OneLine(LambdaPowertoolsFormatter):
    """The members that Powertools gives an event, without its search for templates and JSON in what is neither.

    Every request writes a line, and this takes half the time. `location` is left out: it would always name this module.
    """

    @override
    def format(self, record: LogRecord) -> str:
        members = {
            "level": record.levelname,
            "message": record.msg,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "service": self.log_format["service"],
            **{name: value for name, value in vars(record).items() if name not in _OF_ANY_RECORD},
        }
        if trace_id := self._get_latest_trace_id():
            members["xray_trace_id"] = trace_id
        return _ENCODER.encode(members)


# Powertools reads POWERTOOLS_SERVICE_NAME and POWERTOOLS_LOG_LEVEL; JSON on standard output.
_logger = Logger(logger_formatter=_OneLine())


class EventLog:
    """A logger that knows only the catalogue."""

    def info(self, event: str, **fields: object) -> None:
        """Record something expected."""
        _logger.info(self._known(event), extra=fields)

    def warning(self, event: str, **fields: object) -> None:
        """Record a failure that something else made up for."""
        _logger.warning(self._known(event), extra=fields)

    def error(self, event: str, **fields: object) -> None:
        """Record a failure somebody should look at."""
        _logger.error(self._known(event), extra=fields)

    def exception(self, event: str, error: Exception, **fields: object) -> None:
        """Record an unexpected exception: its class and where it came from, not its text, which may quote a profile."""
        trace = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
        _logger.error(self._known(event), extra=fields | {"error": type(error).__name__, "trace": trace})

    @staticmethod
    def _known(event: str) -> str:
        if event not in EVENTS:
            raise KeyError(f"{event} is not in the catalogue of log events")
        return event


log = EventLog()
