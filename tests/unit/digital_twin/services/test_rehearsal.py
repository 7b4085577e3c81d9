"""Doing once what every question does."""

from __future__ import annotations

import subprocess
import sys

# In an interpreter of its own: here, other tests have compiled the patterns.
_PROGRAM = """
import re
from support.examples import example_profile
from digital_twin.domain.access import Audience
from digital_twin.domain.grounding import ground
from digital_twin.domain.history import Version
from digital_twin.domain.leaning import read_leaning
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.relevance import relevant
from digital_twin.domain.snapshot import Snapshot
from digital_twin.services.rehearsal import rehearse
from datetime import UTC, datetime

rehearse()
compiled = []
compile_ = re.compile
re.compile = lambda pattern, flags=0: compiled.append(pattern) or compile_(pattern, flags)

version = Version(1, "", datetime.now(UTC), "", "", "", (), example_profile())
view = Snapshot.of(version).views[Audience.PRIVATE]
for text in (
    "How many people did she lead, and since when?",
    "Warum hat sie Brindlecast Energy verlassen?",
    "Quels langages connaît-elle ?",
    "¿Dónde estudió antes?",
):
    read_leaning(text)
    relevant([], read_question(text, view), view, 0.5)
ground("She led 9 people at Brindlecast Energy.", [], known_names=view.name_terms)
print(len(compiled))
"""


def test_after_it_no_question_compiles_a_pattern() -> None:
    """Of whatever kind and language."""
    finished = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", _PROGRAM], env={"PYTHONPATH": "tests"}, capture_output=True, check=False, text=True
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.strip() == "0"
