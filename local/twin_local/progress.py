"""Progress lines with elapsed seconds, so that nothing takes long in silence. Decides nothing."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from time import monotonic

_TICK_SECONDS = 5.0


class Progress:
    """Prints what happens, each line with the seconds since the start."""

    def __init__(self) -> None:
        self._started = monotonic()
        self._lock = threading.Lock()

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return monotonic() - self._started

    def say(self, message: str) -> None:
        """Print one line."""
        with self._lock:
            print(f"[{self.elapsed:6.1f} s] {message}", flush=True)

    @contextmanager
    def step(self, what: str) -> Generator[None]:
        """Announce a step, say every few seconds that it is still under way, and how long it took."""
        began = monotonic()
        self.say(f"{what} ...")
        done = threading.Event()

        def tick() -> None:
            while not done.wait(_TICK_SECONDS):
                self.say(f"... still {what[:1].lower()}{what[1:]} ({monotonic() - began:.0f} s)")

        ticker = threading.Thread(target=tick, daemon=True)
        ticker.start()
        try:
            yield
        finally:
            done.set()
            ticker.join()
        self.say(f"{what}: done in {monotonic() - began:.1f} s")
