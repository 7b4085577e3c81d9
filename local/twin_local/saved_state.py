"""What the emulator's saved state was deployed from, and whether it was saved at all."""

from __future__ import annotations

import shutil
from pathlib import Path

_UNREADABLE = "Persistence: failed to load"
"""What the emulator logs, before it goes on without, when a saved file cannot be read."""


class SavedState:
    """The emulator's state between two runs.

    The emulator saves only when it ends well. The note of what was deployed is therefore taken away while it runs:
    if it is missing at the next start, the last run did not end well, and its deploy must not be relied on.
    """

    def __init__(self, directory: Path, note: Path) -> None:
        self._directory = directory
        self._note = note
        self._fingerprint = note.read_text() if note.exists() and directory.exists() else None
        note.unlink(missing_ok=True)

    @property
    def ended_well(self) -> bool:
        """Whether the last run saved what it had deployed."""
        return self._fingerprint is not None

    def is_from(self, fingerprint: str) -> bool:
        """Whether the saved state is a deploy of just these sources."""
        return self._fingerprint == fingerprint

    def was_unreadable(self, log: Path) -> bool:
        """Whether the emulator, by its log, could not read what was saved."""
        return _UNREADABLE in log.read_text(errors="replace")

    def discard(self) -> None:
        """Throw the state away; everything in it can be deployed and published again."""
        shutil.rmtree(self._directory, ignore_errors=True)
        self._fingerprint = None

    def keep(self, fingerprint: str) -> None:
        """Note, after the emulator saved and ended, what it had deployed."""
        self._note.write_text(fingerprint)
