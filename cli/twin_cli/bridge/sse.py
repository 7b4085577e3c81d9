"""Server-sent events as JSON texts. Pure. Source: HTML Living Standard, "Server-sent events", interpretation."""

from __future__ import annotations


class EventParser:
    """Collects the `data` fields of each event; comments and other fields carry no message."""

    def __init__(self) -> None:
        self._held = b""
        self._data: list[bytes] = []
        self._begun = False

    def feed(self, chunk: bytes) -> list[bytes]:
        """The data of the events that are complete now."""
        # A CR at the end of a chunk may be half of a CRLF: it waits for what follows.
        text = self._held + chunk
        keep = len(text) - 1 if text.endswith(b"\r") else len(text)
        *lines, rest = text[:keep].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self._held = rest + text[keep:]
        return [event for line in lines if (event := self._line(line)) is not None]

    def close(self) -> list[bytes]:
        """An event that only the stream's end completes: the standard drops it, but an answer is worth keeping."""
        events = [self._line(self._held.rstrip(b"\r")), self._line(b"")]
        self._held = b""
        return [event for event in events if event is not None]

    def _line(self, line: bytes) -> bytes | None:
        if not self._begun:
            line = line.removeprefix(b"\xef\xbb\xbf")
            self._begun = True
        if not line:
            data, self._data = self._data, []
            return b"\n".join(data) if data else None
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
        return None
