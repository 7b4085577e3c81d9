"""A stream of bytes as lines of bounded length. Pure."""

from __future__ import annotations

MAX_LINE_BYTES = 8 * 1024 * 1024
"""Above what the service takes (6 MB); a client that writes more has gone astray."""


class TooLong:
    """Stands in for a line over the limit, whose bytes were dropped."""


type Line = bytes | TooLong


class LineSplitter:
    """Splits what arrives at newlines, and drops lines over a limit without keeping them."""

    def __init__(self, limit: int = MAX_LINE_BYTES) -> None:
        self._limit = limit
        self._held = bytearray()
        self._dropping = False

    def feed(self, data: bytes) -> list[Line]:
        """The lines that are complete now; blank ones are none."""
        *ended, rest = data.split(b"\n")
        lines: list[Line] = []
        for piece in ended:
            lines += self._end(piece)
        self._hold(rest)
        return lines

    def close(self) -> list[Line]:
        """What was left without a newline when the stream ended."""
        return self._end(b"")

    def _hold(self, piece: bytes) -> None:
        if self._dropping or len(self._held) + len(piece) > self._limit:
            self._dropping = True
            self._held.clear()
        else:
            self._held += piece

    def _end(self, piece: bytes) -> list[Line]:
        self._hold(piece)
        line: Line = TooLong() if self._dropping else bytes(self._held).strip()
        self._held.clear()
        self._dropping = False
        return [line] if line else []
