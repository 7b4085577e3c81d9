"""What the local deployment passes to the CDK app as context: the same switches a cloud deployment has."""

from __future__ import annotations

import json
from collections.abc import Mapping

from twin_local.emulator import PRIMARY_REGION

REGIONS = (PRIMARY_REGION, "eu-west-1", "ap-southeast-1")
"""The regions of every local stack, whatever `cdk.json` says of the cloud's."""

EMBEDDER = "intfloat/multilingual-e5-small"
"""The model behind the local Vector servers."""

RELEVANCE_FLOOR = 0.9
"""The similarity (0-1, `(1 + cosine) / 2`) below which this embedder's neighbours say nothing about a question."""


def cdk_context(environ: Mapping[str, str]) -> dict[str, str]:
    """Context for `cdk synth`; `TWIN_MODELS`, a JSON list of {provider, model, base_url?}, replaces the catalogue.

    What binds a deployment to one operator's account, host name and mailbox is taken back.
    """
    context = {
        "embedder": EMBEDDER,
        "relevance_floor": str(RELEVANCE_FLOOR),
        "regions": json.dumps(REGIONS),
        "primary_region": PRIMARY_REGION,
        "account": "",
        "custom_domain": "",
        "alarm_email": "",
        "authorization_server": "",
        "anonymous_mcp": "",
    }
    models = environ.get("TWIN_MODELS", "")
    return {**context, "models": models} if models else context
