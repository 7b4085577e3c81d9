"""Fitting a synthesized assembly to the emulator."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from twin_local.failure import StackFailure
from twin_local.localize import ACCEPTED_TYPES, REFUSED_TYPES, localize_assembly, localize_template, unknown_types


def template(**resources: dict[str, Any]) -> dict[str, Any]:
    """A template of the given resources."""
    return {"Resources": resources}


def test_refused_resource() -> None:
    """It is taken out, and what waited for it no longer waits."""
    local = localize_template(
        template(
            Association={"Type": "AWS::WAFv2::WebACLAssociation"},
            Bucket={"Type": "AWS::S3::Bucket", "DependsOn": ["Association", "Key"]},
            Key={"Type": "AWS::KMS::Key"},
        ),
        "Main",
    )
    assert set(local["Resources"]) == {"Bucket", "Key"}
    assert local["Resources"]["Bucket"]["DependsOn"] == ["Key"]


def test_refused_attribute() -> None:
    """It is taken out of a resource that stays."""
    alias: dict[str, Any] = {
        "Type": "AWS::Lambda::Alias",
        "UpdatePolicy": {"CodeDeployLambdaAliasUpdate": {}},
        "Properties": {},
    }
    local = localize_template(template(Live=alias), "Main")
    assert local["Resources"]["Live"] == {"Type": "AWS::Lambda::Alias", "Properties": {}}


@pytest.mark.parametrize(
    "reference",
    [
        {"Ref": "Archive"},
        {"Fn::GetAtt": ["Archive", "Arn"]},
        {"Fn::GetAtt": "Archive.Arn"},
        {"Fn::Sub": "name-${Archive.Arn}"},
        {"Fn::Join": ["", ["a", {"Ref": "Archive"}]]},
    ],
)
def test_dangling_reference(reference: dict[str, Any]) -> None:
    """A reference to a refused resource, of any form, stops the start."""
    broken = template(
        Archive={"Type": "AWS::Events::Archive"}, Topic={"Type": "AWS::SNS::Topic", "Properties": {"Name": reference}}
    )
    with pytest.raises(StackFailure, match="Archive"):
        localize_template(broken, "Main")


def test_unknown_type() -> None:
    """A type that no list decides on stops the start."""
    unheard = template(Game={"Type": "AWS::GameLift::Fleet"})
    assert unknown_types(unheard) == {"AWS::GameLift::Fleet"}
    with pytest.raises(StackFailure, match="GameLift"):
        localize_template(unheard, "Main")


def test_lists_are_disjoint() -> None:
    """No type is both accepted and refused."""
    assert not ACCEPTED_TYPES & REFUSED_TYPES


def test_assembly(tmp_path: Path) -> None:
    """A changed template is a new asset everywhere it is named; other assets are packed."""
    source, target = tmp_path / "cdk.out", tmp_path / "cdk.local"
    (source / "asset.code").mkdir(parents=True)
    (source / "asset.code" / "manifest.json").write_text("the function's own file")
    original = json.dumps(template(Archive={"Type": "AWS::Events::Archive"}))
    name = hashlib.sha256(original.encode()).hexdigest()
    (source / "Main.template.json").write_text(original)
    files = {
        name: {"source": {"path": "Main.template.json"}, "destinations": {"d": {"objectKey": f"{name}.json"}}},
        "c0de": {
            "source": {"path": "asset.code", "packaging": "zip"},
            "destinations": {"d": {"objectKey": "c0de.zip"}},
        },
    }
    (source / "Main.assets.json").write_text(json.dumps({"files": files}))
    (source / "manifest.json").write_text(json.dumps({"url": f"s3://bucket/{name}.json"}))

    localize_assembly(source, target)

    local = (target / "Main.template.json").read_text()
    renamed = hashlib.sha256(local.encode()).hexdigest()
    assert json.loads(local)["Resources"] == {}
    assert json.loads((target / "manifest.json").read_text()) == {"url": f"s3://bucket/{renamed}.json"}
    listing = json.loads((target / "Main.assets.json").read_text())["files"]
    assert listing[renamed]["destinations"]["d"]["objectKey"] == f"{renamed}.json"
    assert listing["c0de"]["source"]["packaging"] == "file"
    with ZipFile(listing["c0de"]["source"]["path"]) as packed:
        assert packed.read("manifest.json") == b"the function's own file"
