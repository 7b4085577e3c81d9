"""Assets made by a Python function on this machine; no container image is ever pulled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import aws_cdk as cdk
import jsii
from aws_cdk import aws_lambda as lambda_


@jsii.implements(cdk.ILocalBundling)
class _LocalBundling:
    def __init__(self, build: Callable[[Path], None]) -> None:
        self._build = build

    def try_bundle(self, output_dir: str, *_options: object) -> bool:
        output = Path(output_dir)
        self._build(output)
        make_readable(output)
        return True


def make_readable(root: Path) -> None:
    """Let everyone read a tree: Lambda runs as another user than who built it, here under any umask."""
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def local_asset(source: Path, build: Callable[[Path], None], *, fingerprint: str) -> lambda_.Code:
    """Code for a function or layer, built at most once per fingerprint and output directory.

    Args:
        source: the directory it is made from.
        build: fills the empty directory it is given.
        fingerprint: names the content; whatever changes the content has to change it.
    """
    # The CDK asks for an image to fall back to; `build` never declines, so this one is only a name.
    no_image = cdk.DockerImage.from_registry("none")
    return lambda_.Code.from_asset(
        str(source),
        asset_hash=fingerprint,
        asset_hash_type=cdk.AssetHashType.CUSTOM,
        bundling=cdk.BundlingOptions(image=no_image, local=_LocalBundling(build)),  # pyright: ignore[reportArgumentType] - jsii checks the method by name, the stub spells out every option
    )
