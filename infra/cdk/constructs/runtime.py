"""What all functions and layers run on, and where their sources are."""

from __future__ import annotations

from pathlib import Path

from aws_cdk import aws_lambda as lambda_

REPOSITORY = Path(__file__).parents[3]

RUNTIME = lambda_.Runtime.PYTHON_3_13

# The architecture of most developers' and CI machines, whose local stack loads the same layer.
ARCHITECTURE = lambda_.Architecture.X86_64
