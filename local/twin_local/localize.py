"""Fitting a synthesized cloud assembly to the emulator, from the checked-in lists below.

The CDK app has no local branch. What the emulator's CloudFormation refuses is taken out of a copy of the templates; a
type in neither list stops the start, so that a new gap is decided on, not lost. What it accepts but drops is in
`fixup`. All facts are of ministack 1.5.33.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

from twin_local.failure import ExitCode, StackFailure
from twin_local.packing import pack

REFUSED_TYPES = frozenset(
    {
        "AWS::ApiGatewayV2::RouteResponse",
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        "AWS::Backup::BackupSelection",
        "AWS::CodeDeploy::Application",
        "AWS::CodeDeploy::DeploymentConfig",
        "AWS::CodeDeploy::DeploymentGroup",
        "AWS::Events::Archive",
        "AWS::WAFv2::WebACLAssociation",
    }
)
"""Types whose presence makes the emulator refuse the whole stack."""

REFUSED_WITH = frozenset({("AWS::CloudWatch::Alarm", "Metrics")})
"""Types refused only with a property: an alarm over metric math fails its stack."""

LEFT_OUT = frozenset({("AWS::Lambda::Function", "SnapStart")})
"""Properties left out though accepted: the emulator restores no snapshots, but each publishing of a version would start
each function once more, in every region."""

REFUSED_ATTRIBUTES = frozenset({("AWS::Lambda::Alias", "UpdatePolicy")})
"""Resource attributes (beside Properties) that name a refused service."""

ACCEPTED_TYPES = frozenset(
    {
        "AWS::ApiGateway::Account",
        "AWS::ApiGateway::Authorizer",
        "AWS::ApiGateway::Deployment",
        "AWS::ApiGateway::GatewayResponse",
        "AWS::ApiGateway::Method",
        "AWS::ApiGateway::Model",
        "AWS::ApiGateway::RequestValidator",
        "AWS::ApiGateway::Resource",
        "AWS::ApiGateway::RestApi",
        "AWS::ApiGateway::Stage",
        "AWS::ApiGatewayV2::Api",
        "AWS::ApiGatewayV2::Authorizer",
        "AWS::ApiGatewayV2::Integration",
        "AWS::ApiGatewayV2::Route",
        "AWS::ApiGatewayV2::Stage",
        "AWS::Backup::BackupPlan",
        "AWS::Backup::BackupVault",
        "AWS::CDK::Metadata",
        "AWS::CloudWatch::Alarm",
        "AWS::CloudWatch::Dashboard",
        "AWS::DynamoDB::GlobalTable",
        "AWS::DynamoDB::Table",
        "AWS::Events::EventBus",
        "AWS::Events::EventBusPolicy",
        "AWS::Events::Rule",
        "AWS::IAM::ManagedPolicy",
        "AWS::IAM::Policy",
        "AWS::IAM::Role",
        "AWS::KMS::Alias",
        "AWS::KMS::Key",
        "AWS::Lambda::Alias",
        "AWS::Lambda::EventInvokeConfig",
        "AWS::Lambda::EventSourceMapping",
        "AWS::Lambda::Function",
        "AWS::Lambda::LayerVersion",
        "AWS::Lambda::Permission",
        "AWS::Lambda::Version",
        "AWS::Logs::LogGroup",
        "AWS::Logs::MetricFilter",
        "AWS::S3::Bucket",
        "AWS::S3::BucketPolicy",
        "AWS::SecretsManager::Secret",
        "AWS::SNS::Subscription",
        "AWS::SNS::Topic",
        "AWS::SNS::TopicPolicy",
        "AWS::SQS::Queue",
        "AWS::SQS::QueuePolicy",
        "AWS::SSM::Parameter",
        "AWS::Scheduler::Schedule",
        "AWS::Scheduler::ScheduleGroup",
        "AWS::WAFv2::WebACL",
    }
)
"""Types the emulator creates; `fixup` says which of their properties it drops."""

_SUBSTITUTED = re.compile(r"\$\{([A-Za-z0-9]+)[.}]")
"""What `Fn::Sub` puts in: `${LogicalId}` or `${LogicalId.Attribute}`."""

type Node = dict[str, Node] | list[Node] | str | int | float | bool | None
type Template = dict[str, Any]  # free-form JSON; its shape is checked where it is read


def unknown_types(template: Template) -> set[str]:
    """The resource types of a template that no list decides on."""
    types = {str(resource["Type"]) for resource in template.get("Resources", {}).values()}
    return types - ACCEPTED_TYPES - REFUSED_TYPES


def _references(node: Node) -> set[str]:
    """The logical ids that a part of a template refers to by Ref, Fn::GetAtt or Fn::Sub."""
    found: set[str] = set()
    if isinstance(node, list):
        for item in node:
            found |= _references(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            first = value[0] if isinstance(value, list) and value else value
            if key in {"Ref", "Fn::GetAtt"} and isinstance(first, str):
                found.add(first.split(".", 1)[0])
            elif key == "Fn::Sub" and isinstance(first, str):
                found |= set(_SUBSTITUTED.findall(first))
            found |= _references(value)
    return found


def _is_refused(resource: Template) -> bool:
    kind = resource["Type"]
    return kind in REFUSED_TYPES or any((kind, name) in REFUSED_WITH for name in resource.get("Properties", {}))


def localize_template(template: Template, name: str) -> Template:
    """A copy of a template without what the emulator refuses.

    Raises:
        StackFailure: for a type that is in neither list, or if something still refers to a removed resource.
    """
    if unknown := unknown_types(template):
        raise StackFailure(
            f"{name} has resource types the emulator is not known to take: {', '.join(sorted(unknown))}. "
            "Try them, and add them to a list in twin_local/localize.py.",
            ExitCode.DEPLOY_FAILED,
        )
    resources: Template = template.get("Resources", {})
    removed = {key for key, resource in resources.items() if _is_refused(resource)}
    kept: Template = {}
    for key, resource in resources.items():
        if key in removed:
            continue
        fitted = {
            attribute: value
            for attribute, value in resource.items()
            if (resource["Type"], attribute) not in REFUSED_ATTRIBUTES
        }
        if "Properties" in fitted:
            fitted["Properties"] = {
                name: value for name, value in fitted["Properties"].items() if (resource["Type"], name) not in LEFT_OUT
            }
        if "DependsOn" in fitted:
            wanted = fitted["DependsOn"]
            fitted["DependsOn"] = [
                other for other in ([wanted] if isinstance(wanted, str) else wanted) if other not in removed
            ]
        kept[key] = fitted
    local = {**template, "Resources": kept}
    if dangling := _references([kept, template.get("Outputs", {})]) & removed:
        raise StackFailure(
            f"{name} refers to resources the emulator refuses: {', '.join(sorted(dangling))}", ExitCode.DEPLOY_FAILED
        )
    return local


def localize_assembly(source: Path, target: Path) -> None:
    """Write a copy of a cloud assembly that the emulator takes, its other assets packed beside it.

    A template is an asset named by its hash, and one already uploaded is not uploaded again, so the hash follows the
    content.

    Raises:
        StackFailure: as `localize_template`.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for file in sorted(source.rglob("*.json")):
        relative = file.relative_to(source)
        if any(part.startswith("asset.") for part in relative.parts[:-1]):
            continue
        (target / relative).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target / relative)
    for manifest in sorted(target.rglob("manifest.json")):
        assets = source / manifest.parent.relative_to(target)
        _localize_directory(manifest, assets, packed_in=target.with_name("packed"))


def _packed(asset: Template, assets_in: Path, archive: Path) -> Template:
    """An asset as something that only has to be uploaded."""
    origin = (assets_in / asset["path"]).resolve()
    if asset.get("packaging") != "zip":
        return {**asset, "path": str(origin)}
    pack(origin, archive)
    return {"path": str(archive.resolve()), "packaging": "file"}


def _localize_directory(manifest: Path, assets_in: Path, packed_in: Path) -> None:
    directory = manifest.parent
    manifest_text = manifest.read_text()
    for assets in sorted(directory.glob("*.assets.json")):
        listing = json.loads(assets.read_text())
        renamed: dict[str, str] = {}
        for key, entry in listing["files"].items():
            path = entry["source"]["path"]
            if path.endswith(".template.json"):
                template = directory / path
                local = json.dumps(localize_template(json.loads(template.read_text()), path), indent=1)
                template.write_text(local)
                renamed[key] = hashlib.sha256(local.encode()).hexdigest()
            else:
                entry["source"] = _packed(entry["source"], assets_in, packed_in / f"{key}.zip")
        text = json.dumps(listing, indent=1)
        for old, new in renamed.items():
            text = text.replace(old, new)
            manifest_text = manifest_text.replace(old, new)
        assets.write_text(text)
    manifest.write_text(manifest_text)
