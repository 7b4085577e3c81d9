"""Cache keys and index fingerprints."""

from __future__ import annotations

import pytest

from digital_twin.domain import fingerprint
from digital_twin.domain.fingerprint import answer_fingerprint, answer_key, index_fingerprint

MODELS = ["groq/llama", "openai/gpt"]
PRINT = answer_fingerprint(MODELS, "minilm", 0.6)


@pytest.mark.parametrize(
    ("models", "embedder", "floor"),
    [(MODELS[::-1], "minilm", 0.6), (MODELS[:1], "minilm", 0.6), (MODELS, "bge", 0.6), (MODELS, "minilm", 0.61)],
)
def test_whatever_shapes_an_answer_changes_its_fingerprint(models: list[str], embedder: str, floor: float) -> None:
    """So an answer made under other models, in another order, or by another embedder is not served."""
    assert answer_fingerprint(models, embedder, floor) != PRINT


@pytest.mark.parametrize("version", ["CHUNKER_VERSION", "PROMPT_VERSION", "GROUNDING_VERSION"])
def test_raising_a_version_changes_the_fingerprint(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunker, prompt and grounding are part of every answer."""
    monkeypatch.setattr(fingerprint, version, 999)
    assert answer_fingerprint(MODELS, "minilm", 0.6) != PRINT


def test_an_index_is_filled_anew_for_another_embedder() -> None:
    """Its vectors would mean nothing beside the others."""
    assert index_fingerprint("minilm") != index_fingerprint("bge")


def test_a_key_keeps_profiles_audiences_and_questions_apart() -> None:
    """Two askers share an answer only if they may see the same and asked the same."""
    keys = {
        answer_key(profile, audience, print_, question, top_k)
        for profile in ("ada", "bob")
        for audience in ("public", "private")
        for print_ in (PRINT, "other")
        for question in ("Who?", "Where?")
        for top_k in (8, 9)
    }
    assert len(keys) == 32


def test_a_key_holds_no_question() -> None:
    """Its text is not in the key, which may be logged; its case is part of what was asked."""
    key = answer_key("ada", "public", PRINT, "What salary?", 8)
    assert key != answer_key("ada", "public", PRINT, "WHAT SALARY?", 8)
    assert key.startswith(f"llm:response:ada:public:{PRINT}:")
    assert "salary" not in key.casefold()
