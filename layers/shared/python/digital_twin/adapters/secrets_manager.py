"""The deployment's credentials from Secrets Manager. Neither logs nor repeats what it reads."""

from __future__ import annotations

from botocore.exceptions import BotoCoreError, ClientError

from digital_twin.adapters.aws_clients import secrets_manager_client
from digital_twin.errors import SecretsUnavailable
from digital_twin.settings import Secrets


def load_secrets(secret_id: str, region: str) -> Secrets:
    """Read the secret; meant for a function's init, so it blocks.

    Args:
        secret_id: name or ARN of the secret.
        region: the region to read it in; the secret has a replica in each.

    Raises:
        SecretsUnavailable: it cannot be read; the next request tries again.
        MissingSetting: it does not have the expected shape.
    """
    try:
        reply = secrets_manager_client(region).get_secret_value(SecretId=secret_id)
    except (ClientError, BotoCoreError) as error:
        raise SecretsUnavailable(f"the secret cannot be read: {type(error).__name__}") from error
    return Secrets.from_json(reply.get("SecretString", ""))
