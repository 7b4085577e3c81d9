"""A client of the deployed WebSocket API, for end-to-end tests."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

# A worker of the emulator that starts cold takes seconds.
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class SocketClient:
    """One open connection; `connection` is the client library's own."""

    connection: ClientConnection

    def send(self, message: object) -> None:
        """Send a message: text and bytes as they are, anything else as JSON."""
        self.connection.send(message if isinstance(message, str | bytes) else json.dumps(message))

    def receive(self) -> dict[str, Any]:
        """The next message.

        Raises:
            TimeoutError: there is none in a minute.
        """
        return dict(json.loads(self.connection.recv(timeout=_SECONDS)))

    def reply(self) -> list[dict[str, Any]]:
        """The messages of one reply, up to its last."""
        messages = [self.receive()]
        while messages[-1]["type"] not in {"done", "error"}:
            messages.append(self.receive())
        return messages

    def ask(self, question: str, id_: object = "q") -> list[dict[str, Any]]:
        """Ask a question; returns the messages of its reply."""
        self.send({"action": "ask", "id": id_, "question": question})
        return self.reply()


@contextmanager
def open_socket(url: str, token: str, *, by: str = "query") -> Generator[SocketClient]:
    """Connect with a token: in the `query` string, as a `subprotocol`, or with `nothing`.

    Raises:
        InvalidStatus: the handshake was refused.
    """
    protocols = [Subprotocol("bearer"), Subprotocol(token)] if by == "subprotocol" else None
    address = f"{url}?token={token}" if by == "query" else url
    with connect(address, subprotocols=protocols, proxy=None, open_timeout=_SECONDS) as connection:
        yield SocketClient(connection)
