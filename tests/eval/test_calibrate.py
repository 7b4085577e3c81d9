"""Which floor is recommended."""

from __future__ import annotations

from twin_eval.calibrate import Trial, recommended, table


def test_the_floor_that_tells_best_is_recommended() -> None:
    """Declining everything, or nothing, tells nothing; among equals accuracy decides."""
    trials = [
        Trial(0.5, abstain_recall=0.1, false_abstain=0.0, accuracy=0.9),
        Trial(0.6, abstain_recall=0.9, false_abstain=0.1, accuracy=0.8),
        Trial(0.7, abstain_recall=0.95, false_abstain=0.15, accuracy=0.7),
        Trial(0.9, abstain_recall=1.0, false_abstain=1.0, accuracy=0.0),
    ]
    assert recommended(trials).floor == 0.6
    lines = table(trials, configured=0.7).splitlines()
    assert [line.endswith("recommended") for line in lines[1:]] == [False, True, False, False]
    assert lines[3].endswith("configured")
