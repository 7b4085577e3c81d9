"""What the environment makes of an evaluation."""

from __future__ import annotations

from pathlib import Path
from typing import override

from fakes.embedder import WordEmbedder
from fakes.vector_server import TOKEN, vector_adapter, vector_server
from pydantic import SecretStr

from digital_twin.adapters.groq import GroqModel
from digital_twin.adapters.upstash_vector import UpstashVectorIndex
from digital_twin.ports import VectorIndex
from twin_eval.configuration import REGION, secrets_of, settings_of
from twin_eval.gold import GoldProfile, load_gold
from twin_eval.harness import EvalContainer, Memory, evaluate
from twin_eval.report import setup_of
from twin_local.context import EMBEDDER, RELEVANCE_FLOOR
from twin_local.embedding import CachedEmbedder


def _container(folder: Path, environ: dict[str, str]) -> tuple[EvalContainer, CachedEmbedder]:
    embedder = CachedEmbedder(WordEmbedder(), folder / "embeddings.sqlite")
    return EvalContainer(settings_of(environ), secrets_of(environ), Memory.over(embedder)), embedder


def test_with_nothing_set_it_is_the_extractive_answer_and_the_local_embedder(tmp_path: Path) -> None:
    """Keys alone change nothing: a chain is asked for by name."""
    container, embedder = _container(tmp_path, {"GROQ_API_KEY": "k"})
    embedder.close()
    assert container.generator.is_extractive
    setup = setup_of(container)
    assert (setup["models"], setup["embedder"], setup["relevance_floor"]) == ([], EMBEDDER, RELEVANCE_FLOOR)
    assert container.index(REGION) is container.memory.index


def test_a_named_chain_is_wired_as_the_functions_wire_it(tmp_path: Path) -> None:
    """Candidates whose provider has a key, through the real adapters."""
    models = '[{"provider": "groq", "model": "a"}, {"provider": "openai", "model": "b"}]'
    container, embedder = _container(tmp_path, {"TWIN_MODELS": models, "GROQ_API_KEY": "k", "TWIN_EMBEDDER": "other"})
    embedder.close()
    assert [choice.model for choice in container.models] == ["a"]
    assert isinstance(container.chat_model(container.models[0], SecretStr("k")), GroqModel)
    assert not container.generator.is_extractive
    assert container.settings.embedder == "other"


async def test_a_hosted_index_stands_in_for_the_one_in_memory(tmp_path: Path) -> None:
    """Its own embedder is measured and calibrated: chunks are written to it, and it proposes."""
    served = tmp_path / "served"
    served.mkdir()
    async with vector_server(served) as server, vector_adapter(server.url) as adapter:
        environ = {"UPSTASH_VECTOR_REST_URL": server.url, "UPSTASH_VECTOR_REST_TOKEN": TOKEN}
        container, embedder = _container(tmp_path, environ)
        assert isinstance(container.index(REGION), UpstashVectorIndex)

        class Hosted(EvalContainer):
            """The same container, with a client that the test closes."""

            @override
            def index(self, region: str) -> VectorIndex:
                """The hosted index."""
                return adapter

        hosted = Hosted(container.settings, container.secrets, container.memory)
        profile = load_gold()[0]
        outcomes = await evaluate(hosted, [GoldProfile(profile.name, profile.document, profile.questions[:2])])
        embedder.close()
        assert all(outcome.answer.region == REGION for outcome in outcomes)
        assert outcomes[0].rankings["dense alone"]
        assert server.store.namespaces()[f"eval-{profile.name}"]
