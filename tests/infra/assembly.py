"""A synthesized cloud assembly as the tests read it: templates by stack, resources by type, assets by hash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

REPOSITORY = Path(__file__).parents[2]
REGIONS = ("us-east-1", "eu-west-1", "ap-southeast-1")
PRIMARY = REGIONS[0]

CONTEXT: Mapping[str, Any] = {
    "stage": "prod",
    "regions": list(REGIONS),
    "primary_region": PRIMARY,
    "models": [
        {
            "provider": "groq",
            "model": "openai/gpt-oss-20b",
            "input_usd_per_million": 0.075,
            "output_usd_per_million": 0.3,
        },
        {"provider": "openai", "model": "gpt-4.1-mini"},
    ],
    "embedder": "BAAI/bge-m3",
    "relevance_floor": 0.72,
    "deadline_seconds": 8,
    "allowed_origins": ["https://app.digitaltwin.com"],
    "full_rate_callers": 20,
    "account": "",
    "custom_domain": "",
    "alarm_email": "",
    "authorization_server": "",
    "anonymous_mcp": "",
}
"""The deployment the tests speak of, whatever an operator makes of `cdk.json`."""

type Json = dict[str, Any]  # CloudFormation is free-form JSON


@dataclass(frozen=True)
class Template:
    """One stack's template."""

    stack: str
    body: Json

    def of_type(self, kind: str) -> dict[str, Json]:
        """Properties of every resource of a type, by logical id."""
        resources: dict[str, Json] = self.body["Resources"]
        return {key: value.get("Properties", {}) for key, value in resources.items() if value["Type"] == kind}

    def only(self, kind: str) -> Json:
        """Properties of the one resource of a type."""
        (properties,) = self.of_type(kind).values()
        return properties

    def function(self, service: str) -> Json:
        """Properties of the function of a service."""
        (properties,) = (
            function
            for function in self.of_type("AWS::Lambda::Function").values()
            if function["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"] == service
        )
        return properties

    def statements(self, service: str) -> list[Json]:
        """What the role of a function may do, with ARNs as text."""
        role = self.function(service)["Role"]["Fn::GetAtt"][0]
        policies = (policy for policy in self.of_type("AWS::IAM::Policy").values() if {"Ref": role} in policy["Roles"])
        return [
            statement
            | {
                "Action": _listed(statement["Action"]),
                "Resource": [arn_text(arn) for arn in _listed(statement["Resource"])],
            }
            for policy in policies
            for statement in policy["PolicyDocument"]["Statement"]
        ]


@dataclass(frozen=True)
class Assembly:
    """A synthesized assembly."""

    directory: Path

    @cached_property
    def templates(self) -> dict[str, Template]:
        """Every template, by the part of the stack's name after the deployment's."""
        files = sorted(self.directory.glob("*.template.json"))
        named = {file.name.removesuffix(".template.json"): file for file in files}
        return {
            name.split("-digital-twin-", 1)[1]: Template(name, json.loads(file.read_text()))
            for name, file in named.items()
        }

    def serving(self, region: str) -> Template:
        """The serving stack of a region."""
        return self.templates[f"serving-{region}"]

    def functions(self) -> Iterator[tuple[Template, Json]]:
        """Every function of every stack."""
        for template in self.templates.values():
            for function in template.of_type("AWS::Lambda::Function").values():
                yield template, function

    def asset(self, code: Json) -> Path:
        """The directory that a function's or layer's code is made of."""
        return self.directory / f"asset.{code['S3Key'].removesuffix('.zip')}"

    def layers(self, template: Template, function: Json) -> list[Path]:
        """The directories of a function's layers."""
        versions = template.of_type("AWS::Lambda::LayerVersion")
        return [self.asset(versions[layer["Ref"]]["Content"]) for layer in function["Layers"]]


def synthesize(directory: Path, context: Mapping[str, Any]) -> Assembly:
    """Run the app as the `cdk` command line does, with `context` over the tests' own."""
    environment = {**os.environ, "CDK_OUTDIR": str(directory), "CDK_CONTEXT_JSON": json.dumps({**CONTEXT, **context})}
    subprocess.run([sys.executable, "-m", "infra.cdk.app"], cwd=REPOSITORY, env=environment, check=True)
    return Assembly(directory)


def arn_text(value: Any) -> str:  # noqa: ANN401 - any CloudFormation expression
    """An ARN expression as text: `{id}` for what another resource decides."""
    if isinstance(value, str):
        return value
    if "Fn::Join" in value:
        return "".join(arn_text(part) for part in value["Fn::Join"][1])
    if "Ref" in value:
        return "{" + value["Ref"].removeprefix("AWS::") + "}"
    if "Fn::GetAtt" in value:
        return "{" + ".".join(value["Fn::GetAtt"]) + "}"
    return "{" + value["Fn::GetStackOutput"]["OutputName"] + "}"


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - any CloudFormation expression
    return cast("list[Any]", value) if isinstance(value, list) else [value]
