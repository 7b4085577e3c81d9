"""Where the service and the key come from."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from twin_cli.failure import Usage
from twin_cli.settings import Flags, Secret, Surroundings, find_endpoint


def around(home: Path, **environ: str) -> Surroundings:
    """A home without anything in it, and an environment."""
    return Surroundings({"HOME": str(home), **environ}, home)


def configure(home: Path, text: str) -> None:
    """Write the configuration file."""
    file = home / ".config" / "digital-twin" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text)


def start_stack(folder: Path, url: str = "http://127.0.0.1:8787", pid: int | None = None) -> None:
    """Leave what a running stack leaves."""
    file = folder / ".local" / "stack.json"
    file.parent.mkdir(parents=True)
    body = {"base_url": url, "owner_key": "o", "recruiter_key": "r", "public_key": "p", "pid": pid or os.getpid()}
    file.write_text(json.dumps(body))


def test_the_nearest_source_wins(tmp_path: Path) -> None:
    """Flags, then the environment, then the file, then a running stack."""
    nothing = Flags()
    start_stack(tmp_path)
    assert find_endpoint(nothing, around(tmp_path)).address.base == "http://127.0.0.1:8787"
    configure(tmp_path, 'url = "https://file.example"\napi_key = "f"')
    assert find_endpoint(nothing, around(tmp_path)).address.base == "https://file.example"
    named = around(tmp_path, TWIN_URL="https://env.example", TWIN_API_KEY="e")
    assert find_endpoint(nothing, named).address.base == "https://env.example"
    found = find_endpoint(Flags("https://flag.example", "k"), named)
    assert (found.address.base, found.authorization) == ("https://flag.example", {"Authorization": "Bearer k"})


def test_a_key_of_a_file_is_sent_to_that_files_address_only(tmp_path: Path) -> None:
    """Else a mistyped flag would hand it to somebody else."""
    configure(tmp_path, 'url = "https://file.example"\napi_key = "f"')
    start_stack(tmp_path)
    assert find_endpoint(Flags("https://other.example"), around(tmp_path)).key is None
    assert find_endpoint(Flags("http://127.0.0.1:9999"), around(tmp_path)).key is None
    assert find_endpoint(Flags("https://file.example/mcp"), around(tmp_path)).key == Secret("f")
    assert find_endpoint(Flags("http://127.0.0.1:8787/mcp"), around(tmp_path)).key == Secret("o")


def test_a_stack_is_found_from_folders_below_it_with_the_role_asked_for(tmp_path: Path) -> None:
    """Commands run anywhere in a checkout."""
    start_stack(tmp_path)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    found = find_endpoint(Flags(role="recruiter"), Surroundings({"HOME": str(tmp_path)}, below))
    assert found.key == Secret("r")


@pytest.mark.parametrize("url", ["https://evil.example", "nonsense"])
def test_a_stack_elsewhere_is_no_local_stack(tmp_path: Path, url: str) -> None:
    """A file in somebody's folder must not redirect keys of the environment."""
    start_stack(tmp_path, url)
    with pytest.raises(Usage, match="no service is configured"):
        find_endpoint(Flags(), around(tmp_path, TWIN_API_KEY="mine"))


def test_a_stack_that_has_ended_is_not_found(tmp_path: Path) -> None:
    """Its file may outlive it."""
    start_stack(tmp_path, pid=2**22 + 1)
    with pytest.raises(Usage):
        find_endpoint(Flags(), around(tmp_path))


def test_a_key_is_not_sent_in_clear_text_over_a_network(tmp_path: Path) -> None:
    """To this machine it may be."""
    with pytest.raises(Usage, match="clear text"):
        find_endpoint(Flags("http://twin.example", "k"), around(tmp_path))
    assert find_endpoint(Flags("http://twin.example"), around(tmp_path)).key is None
    assert find_endpoint(Flags("http://127.0.0.1:1", "k"), around(tmp_path)).key == Secret("k")


@pytest.mark.parametrize("key", ["with blank", "line\nend", "schlüssel"])
def test_a_key_that_cannot_be_a_header_is_refused(tmp_path: Path, key: str) -> None:
    """It was copied wrongly; the message does not show it."""
    with pytest.raises(Usage) as refused:
        find_endpoint(Flags("https://twin.example", key), around(tmp_path))
    assert key not in str(refused.value)


@pytest.mark.parametrize("text", ["url = ", "url = 7", 'url = "https://h"\napi_key = 7'])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    """The user is told which."""
    configure(tmp_path, text)
    with pytest.raises(Usage, match=r"config\.toml"):
        find_endpoint(Flags(), around(tmp_path))


def test_a_key_does_not_show_itself(tmp_path: Path) -> None:
    """Not even where an endpoint is printed whole."""
    assert "geheim" not in repr(find_endpoint(Flags("https://twin.example", "geheim"), around(tmp_path)))
