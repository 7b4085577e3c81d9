"""The command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from twin_local import __main__ as command_line
from twin_local.layout import Layout


@pytest.mark.parametrize("port", ["abc", "99999", "-1", "80.5"])
def test_no_port(port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no port is named, wherever it came from, with the status of a wrong argument."""
    for environ, arguments in ((port, []), ("", [f"--port={port}"])):
        monkeypatch.setenv("PORT", environ)
        with pytest.raises(SystemExit) as ended:
            command_line.main(["up", *arguments])
        assert ended.value.code == 2
        assert f"argument --port: {port!r} is no port" in capsys.readouterr().err


def test_what_is_for_the_cdk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Options that are not our own reach the CDK, in their order."""
    given: list[str] = []

    def run_cdk(_layout: Layout, arguments: list[str]) -> int:
        given.extend(arguments)
        return 0

    monkeypatch.setattr(command_line, "run_cdk", run_cdk)
    arguments = ["deploy", "--all", "-c", "stage=trial", "-c", 'regions=["eu-west-1"]', "--profile", "mine"]
    assert command_line.main(["cdk", *arguments]) == 0
    assert given == arguments


def test_clean(tmp_path: Path) -> None:
    """The state is thrown away, whatever is in it."""
    (tmp_path / "state" / "logs").mkdir(parents=True)
    assert command_line.main(["clean", "--state", str(tmp_path / "state")]) == 0
    assert not (tmp_path / "state").exists()
