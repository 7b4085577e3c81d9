"""What a deployed function can import: the standard library, its own package, and what the layers hold."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@cache
def absent_modules(function: str) -> frozenset[str]:
    """Top-level modules of the development environment that a function's distribution does not bring to Lambda."""
    deployed = _closure(Requirement(function))
    return frozenset(
        module
        for module, names in packages_distributions().items()
        if not any(canonicalize_name(name) in deployed for name in names)
    )


def _closure(root: Requirement) -> frozenset[str]:
    """The names of a distribution and of everything it requires here, extras included."""
    seen: set[tuple[str, frozenset[str]]] = set()
    pending = [root]
    while pending:
        requirement = pending.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if key in seen:
            continue
        try:
            listed = distribution(requirement.name).requires or []
        except PackageNotFoundError:  # of another platform or an extra that is not installed
            continue
        seen.add(key)
        extras = ["", *requirement.extras]
        needed = [Requirement(line) for line in listed]
        pending += [
            need
            for need in needed
            if not need.marker or any(need.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    return frozenset(name for name, _ in seen)
