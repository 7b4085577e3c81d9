"""Physical names. They are fixed so that a region finds another region's resources without a reference to them."""

from __future__ import annotations

from dataclasses import dataclass

# What the relay and the reconcile function put on the bus, and the regions' rules listen for.
EVENT_SOURCE = "digital-twin"
PROFILE_COMMITTED = "profile.committed"

API_STAGE = "live"
METRICS_NAMESPACE = "DigitalTwin"

# Counted from the logs of the functions that ask models; a metric's name tells deployments of one account apart.
REFUSED_MODELS = "refused-models"
MODEL_COST = "model-cost-usd"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one deployment; `stage` keeps deployments in one account apart."""

    stage: str

    @property
    def table(self) -> str:
        """The table, in every region."""
        return self.of()

    @property
    def bus(self) -> str:
        """The event bus, in the primary region."""
        return self.of()

    @property
    def secret(self) -> str:
        """The secret, in every region."""
        return f"{self.stage}/digital-twin"

    def of(self, *parts: str) -> str:
        """The name of anything else: of a stack, a function, a queue, an API."""
        return "-".join((self.stage, "digital-twin", *parts))
