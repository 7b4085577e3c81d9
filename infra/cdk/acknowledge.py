"""Suppressing a finding of cdk-nag, next to the resource it is about and never without a reason."""

from __future__ import annotations

import aws_cdk as cdk
from constructs import IConstruct


def acknowledge(construct: IConstruct, reason: str, *rules: str) -> None:
    """Accept findings about a construct and everything in it.

    Args:
        construct: as close to the resource as possible.
        reason: why the finding is right and yet nothing is to be done.
        rules: cdk-nag's ids, such as `AwsSolutions-SQS3`, with the finding in brackets where a rule has several.
    """
    cdk.Validations.of(construct).acknowledge(*(cdk.Acknowledgment(id=rule, reason=reason) for rule in rules))
