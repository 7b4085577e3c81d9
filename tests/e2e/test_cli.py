"""The `twin` command against the deployed stack, and installed by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from support.profiles import profile_document
from support.tenants import Tenant

from digital_twin.domain.access import Audience
from twin_local.layout import ROOT, Layout
from twin_local.stack_file import StackFile
from twin_local.toolchain import find_toolchain

TWIN = ROOT / ".venv" / "bin" / "twin"


def twin(stack: StackFile, key: str, folder: Path, *arguments: str, program: Path = TWIN) -> tuple[int, Any]:
    """Run a command with `--json`: exit code and document."""
    environ = {"HOME": str(folder), "TWIN_URL": stack.base_url, "TWIN_API_KEY": key}
    command = [program, *arguments, "--json"]
    done = subprocess.run(command, env=environ, cwd=folder, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  # our own program
    assert key not in done.stdout + done.stderr
    return done.returncode, json.loads(done.stdout)


def test_a_profile_is_published_asked_and_seen_live(tenant: Tenant, stack: StackFile, tmp_path: Path) -> None:
    """What `twin` sends is what the service takes: first version, next version, lost race."""
    owner, public = tenant.keys[Audience.PRIVATE], tenant.keys[Audience.PUBLIC]
    file = tmp_path / "profile.json"
    file.write_text(json.dumps(profile_document()))
    code, first = twin(stack, owner, tmp_path, "publish", str(file), "--reason", "first")
    assert (code, first["version"], first["reason"]) == (0, 1, "first")
    code, second = twin(stack, owner, tmp_path, "publish", str(file))
    assert (code, second["version"]) == (0, 2)
    code, lost = twin(stack, owner, tmp_path, "publish", str(file), "--if-match", first["etag"])
    assert (code, lost["problem"]["status"]) == (1, 412)
    code, board = twin(stack, owner, tmp_path, "sync")
    assert (code, board["head_version"]) == (0, 2)
    code, forbidden = twin(stack, public, tmp_path, "sync")
    assert (code, forbidden["problem"]["status"]) == (1, 403)
    code, answer = twin(stack, public, tmp_path, "ask", "Where does this person work?")
    assert (code, answer["profile_version"]) == (0, 2)
    code, found = twin(stack, public, tmp_path, "search", "work", "--top-k", "1")
    assert (code, len(found["results"])) == (0, 1)


def test_the_doctor_finds_nothing_amiss_with_the_deployed_stack(
    example: Tenant, stack: StackFile, tmp_path: Path
) -> None:
    """All works that a client needs; TLS, anonymous callers and an authorization server are not for this machine."""
    code, report = twin(stack, example.keys[Audience.RECRUITER], tmp_path, "doctor", stack.mcp_url)
    states = {step["step"]: step["state"] for step in report["steps"]}
    not_here = {"tls", "anonymous", "authorization-server"}
    assert states == {name: "skipped" if name in not_here else "ok" for name in states}, report
    assert (code, report["ok"], report["first_broken"]) == (0, True, None)
    code, refused = twin(stack, "twin_nobody-has-this-key", tmp_path, "doctor", stack.mcp_url)
    assert (code, refused["first_broken"]["step"]) == (1, "credential")


def test_the_package_installs_and_runs_by_itself(example: Tenant, stack: StackFile, tmp_path: Path) -> None:
    """As `uvx` does it: a wheel and its dependencies in an environment of their own."""
    uv = find_toolchain(Layout(tmp_path)).uv
    home = tmp_path / "environment"
    for arguments in (
        ["build", "--package", "twin-cli", "--wheel", "--out-dir", tmp_path],
        ["venv", "--quiet", "--python", sys.executable, home],
    ):
        subprocess.run([uv, *arguments], cwd=ROOT, check=True, capture_output=True, timeout=120)  # noqa: S603  # a pinned tool
    (wheel,) = tmp_path.glob("twin_cli-*.whl")
    install = [uv, "pip", "install", "--quiet", "--python", home / "bin" / "python", wheel]
    subprocess.run(install, check=True, capture_output=True, timeout=120)  # noqa: S603  # likewise
    alone = home / "bin" / "twin"
    code, answer = twin(
        stack, example.keys[Audience.RECRUITER], tmp_path, "ask", "What has she published?", program=alone
    )
    assert (code, answer["status"]) == (0, "answered")
    assert not list(home.glob("lib/*/site-packages/digital_twin"))
