"""Whether what the local stack does to a synthesized assembly is all it has to do."""

from __future__ import annotations

import pytest

from tests.infra.assembly import Assembly
from twin_local.fixup import LOST, REAPPLIED
from twin_local.localize import localize_template, unknown_types


def test_every_type_is_decided_on(assembly: Assembly) -> None:
    """Each resource type of the app is known to be accepted by the emulator, or known to be refused."""
    assert {kind for template in assembly.templates.values() for kind in unknown_types(template.body)} == set()


def test_what_stays_stands_by_itself(assembly: Assembly) -> None:
    """Without what is refused, no template refers to anything that is gone."""
    for name, template in assembly.templates.items():
        assert localize_template(template.body, name)["Resources"]


@pytest.mark.parametrize(("kind", "name"), sorted(LOST | REAPPLIED.keys()))
def test_the_lists_speak_of_the_app(assembly: Assembly, kind: str, name: str) -> None:
    """Nothing is listed as dropped that the app does not use."""
    assert any(
        name in properties for template in assembly.templates.values() for properties in template.of_type(kind).values()
    )
