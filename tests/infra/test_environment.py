"""The functions' environments, held together with the settings that read them."""

from __future__ import annotations

from digital_twin.settings import Settings
from tests.infra.assembly import PRIMARY, REGIONS, Assembly, Json, arn_text


def environment(function: Json) -> dict[str, str]:
    """A function's variables, as text."""
    return {name: arn_text(value) for name, value in function["Environment"]["Variables"].items()}


def test_every_functions_environment_makes_settings(assembly: Assembly) -> None:
    """The template and `Settings` share no code, and cannot drift."""
    for _, function in assembly.functions():
        settings = Settings.from_environ(environment(function))
        assert settings.primary_region == PRIMARY
        assert settings.regions[0] == settings.region
        assert set(settings.regions) == set(REGIONS)


def test_the_catalogue_arrives_with_its_prices(assembly: Assembly) -> None:
    """What an answer costs is told by the deployment, not guessed by the code."""
    settings = Settings.from_environ(environment(assembly.serving(PRIMARY).function("query")))
    assert [(model.input_usd_per_million, model.output_usd_per_million) for model in settings.models] == [
        (0.075, 0.3),
        (None, None),
    ]


def test_a_serving_function_serves_the_region_it_is_in(assembly: Assembly) -> None:
    """Its index and Redis are the nearest ones."""
    for region in REGIONS:
        for function in assembly.serving(region).of_type("AWS::Lambda::Function").values():
            assert environment(function)["TWIN_REGION"] == region


def test_each_region_has_a_sync_of_its_own(assembly: Assembly) -> None:
    """All of them run in the primary region."""
    for region in REGIONS:
        assert environment(assembly.templates["control"].function(f"sync-{region}"))["TWIN_REGION"] == region


def test_named_resources_are_those_the_functions_look_for(assembly: Assembly) -> None:
    """Names are fixed, so nothing but this ties the two ends together."""
    storage, control = assembly.templates["storage"], assembly.templates["control"]
    for _, function in assembly.functions():
        settings = Settings.from_environ(environment(function))
        assert settings.table == storage.only("AWS::DynamoDB::GlobalTable")["TableName"]
        assert settings.secret == storage.only("AWS::SecretsManager::Secret")["Name"]
        assert settings.bus == control.only("AWS::Events::EventBus")["Name"]


def test_only_the_query_function_accepts_connections_and_knows_where_to_answer_them(assembly: Assembly) -> None:
    """At the WebSocket API of its own stack."""
    for template, function in assembly.functions():
        settings = Settings.from_environ(environment(function))
        if environment(function)["POWERTOOLS_SERVICE_NAME"] != "query":
            assert settings.connections_url == ""
            continue
        (api,) = template.of_type("AWS::ApiGatewayV2::Api")
        expected = f"https://{{{api}}}.execute-api.{settings.region}.{{URLSuffix}}/live"
        assert settings.connections_url == expected


def test_no_environment_holds_a_credential(assembly: Assembly) -> None:
    """Credentials are in the secret; the environment only names it."""
    for _, function in assembly.functions():
        words = {word for name in environment(function) for word in name.lower().split("_")}
        assert words.isdisjoint({"token", "key", "password"})
