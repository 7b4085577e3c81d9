"""The layer of our own shared code: `layers/shared/python` as it is, with bytecode."""

from __future__ import annotations

from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.cdk.constructs.bytecode import compile_tree, copy_sources, fingerprint
from infra.cdk.constructs.local_asset import local_asset
from infra.cdk.constructs.runtime import ARCHITECTURE, REPOSITORY, RUNTIME


class CoreLayer(lambda_.LayerVersion):
    """`digital_twin`, which every function imports from /opt/python."""

    def __init__(self, scope: Construct, id_: str) -> None:
        source = REPOSITORY / "layers" / "shared" / "python"

        def build(output: Path) -> None:
            copy_sources(source, output / "python")
            compile_tree(output / "python", deployed_at="/opt/python")

        super().__init__(
            scope,
            id_,
            code=local_asset(source, build, fingerprint=fingerprint(source)),
            compatible_runtimes=[RUNTIME],
            compatible_architectures=[ARCHITECTURE],
            description="The shared code of the digital twin",
        )
