"""Where things are: the checkout, and the state of one local stack. Creates nothing but directories."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout this package belongs to."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The directories and files of one stack: `state` survives restarts until `make clean`.

    What only depends on the sources (`assembly`) is shared by all stacks of a checkout.
    """

    state: Path
    root: Path = ROOT

    @property
    def logs(self) -> Path:
        """One log for each process."""
        return self.state / "logs"

    @property
    def emulator(self) -> Path:
        """The emulator's saved state."""
        return self.state / "emulator"

    @property
    def scratch(self) -> Path:
        """Temporary files of the emulator: the unpacked code of its workers. Emptied at every start."""
        return self.state / "scratch"

    @property
    def servers(self) -> Path:
        """The Redis- and Vector-compatible servers' data."""
        return self.state / "servers"

    @property
    def keys(self) -> Path:
        """The seeded API keys, in clear."""
        return self.state / "keys.json"

    @property
    def ports(self) -> Path:
        """The ports of the last start."""
        return self.state / "ports.json"

    @property
    def deployed(self) -> Path:
        """Which sources the emulator's state was deployed from."""
        return self.state / "deployed.json"

    @property
    def stack_file(self) -> Path:
        """What a running stack tells its callers (`stack.json` of the contract)."""
        return self.state / "stack.json"

    @property
    def lock(self) -> Path:
        """Held while the stack runs."""
        return self.state / "lock"

    @property
    def shared(self) -> Path:
        """What all stacks of this checkout share; also the state of the one that was given no other place."""
        return self.root / ".local"

    @property
    def assembly(self) -> Path:
        """Synthesized assemblies."""
        return self.shared / "assembly"

    @property
    def cdk_home(self) -> Path:
        """The CDK CLI's cache, kept out of the home directory: it remembers which account a key belongs to."""
        return self.shared / "cdk-home"

    @property
    def python(self) -> Path:
        """The workspace's interpreter."""
        return self.root / ".venv" / "bin" / "python"

    @property
    def emulator_python(self) -> Path:
        """The emulator's own interpreter."""
        return self.root / "local" / "emulator" / ".venv" / "bin" / "python"
