"""The import contracts cover everything there is to cover; `lint-imports` checks that they are kept."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

ROOT = Path(__file__).parents[2]


def contracts() -> ConfigParser:
    """The contracts as written."""
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    return parser


def test_every_package_is_under_contract() -> None:
    """A new function or tool cannot be left out by forgetting it."""
    roots = set(contracts()["importlinter"]["root_packages"].split())
    packages = {path.parent.name for path in ROOT.glob("functions/*/*_fn/__init__.py")}
    packages |= {path.parent.name for path in ROOT.glob("*/twin_*/__init__.py")}
    packages |= {path.parent.name for path in ROOT.glob("layers/shared/python/*/__init__.py")}
    packages |= {path.parent.name for path in ROOT.glob("infra/__init__.py")}
    assert roots == packages


def test_the_layers_are_exhaustive() -> None:
    """A new module of the shared layer has to be given its place."""
    layers = contracts()["importlinter:contract:layers"]
    assert layers["exhaustive"] == "True"
    assert layers["containers"].split() == ["digital_twin"]
