"""Asking: what is answered, to whom, from which version, and what is kept for the next asker."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes.models import ScriptedModel
from support.container import HOME, FakeContainer, publish, publish_everywhere, sync_everywhere
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import (
    BILLING_QUESTION,
    SABBATICAL_QUESTION,
    SALARY_QUESTION,
    UNANSWERABLE_QUESTION,
    profile_document,
)

from digital_twin.domain.access import Audience, Principal, Scope
from digital_twin.domain.answer import AnswerStatus, Usage
from digital_twin.domain.prompt import DECLINED
from digital_twin.errors import Forbidden, InvalidQuestion, NotFound
from digital_twin.ports import Completion
from digital_twin.services.ask import Asked

BILLING_SENTENCE = "Ada led the billing migration to event sourcing for 40 million invoices [1]."


async def ask(container: FakeContainer, question: str, principal: Principal = RECRUITER, *, top_k: int = 8) -> Asked:
    """Ask over the route `query`, with a fresh deadline."""
    return await container.ask.ask(principal, question, route="query", deadline=container.deadline(), top_k=top_k)


async def test_an_answer_cites_evidence_of_the_live_version() -> None:
    """Every marker has a citation, and every quote is verbatim in the document it points into."""
    container = FakeContainer(ScriptedModel(BILLING_SENTENCE))
    await publish_everywhere(container)

    answer = (await ask(container, BILLING_QUESTION)).answer

    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text == "Ada led the billing migration to event sourcing for 40 million invoices. [1]"
    [citation] = answer.citations
    assert (citation.marker, citation.section, citation.path) == (1, "work", "/work/0/highlights/0")
    assert "Led the billing migration to event sourcing" in citation.quote
    assert (answer.profile_version, answer.region, answer.degraded) == (1, HOME, False)


async def test_an_answer_names_who_wrote_it_and_what_it_took() -> None:
    """Provider, model and token counts come from the model that answered."""
    completion = Completion(BILLING_SENTENCE, Usage(input_tokens=210, output_tokens=18))
    container = FakeContainer(ScriptedModel(completion, provider="groq", model="llama"))
    await publish_everywhere(container)

    answer = (await ask(container, BILLING_QUESTION)).answer

    assert (answer.provider, answer.model, answer.usage) == ("groq", "llama", completion.usage)


async def test_the_second_asker_is_served_the_kept_answer_in_one_round_trip() -> None:
    """A hit costs one call to Redis: no table, no index, no model."""
    model = ScriptedModel(BILLING_SENTENCE)
    container = FakeContainer(model)
    await publish_everywhere(container)
    first = await ask(container, BILLING_QUESTION)
    before = (container.redis[HOME].round_trips, len(container.store.calls), container.indexes[HOME].calls.copy())

    second = await ask(container, BILLING_QUESTION)

    assert (first.cached, second.cached) == (False, True)
    assert second.answer == first.answer
    assert container.redis[HOME].round_trips == before[0] + 1
    assert (len(container.store.calls), container.indexes[HOME].calls) == before[1:]
    assert len(model.prompts) == 1


async def test_a_miss_costs_redis_two_round_trips_and_the_index_and_the_model_one_each() -> None:
    """Round trips are what a question costs; a warm container reads no table."""
    model = ScriptedModel(BILLING_SENTENCE)
    container = FakeContainer(model)
    await publish_everywhere(container)
    await ask(container, SALARY_QUESTION)
    redis, index = container.redis[HOME], container.indexes[HOME]
    before = (redis.round_trips, index.calls.count("search"), len(model.prompts), len(container.store.calls))

    await ask(container, BILLING_QUESTION)

    after = (redis.round_trips, index.calls.count("search"), len(model.prompts), len(container.store.calls))
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 1, 1, 0]


async def test_spelling_variants_of_one_question_share_an_answer() -> None:
    """Runs of spaces and invisible characters do not make a question another one; case tells names, and does."""
    container = FakeContainer(ScriptedModel(BILLING_SENTENCE))
    await publish_everywhere(container)
    await ask(container, BILLING_QUESTION)

    again = await ask(container, f"  {BILLING_QUESTION.replace(' ', '   ')}\u200b ")
    shouted = await ask(container, BILLING_QUESTION.upper())

    assert again.cached
    assert not shouted.cached


async def test_another_amount_of_evidence_is_another_answer() -> None:
    """`top_k` is part of what was asked."""
    container = FakeContainer(ScriptedModel(BILLING_SENTENCE))
    await publish_everywhere(container)
    await ask(container, BILLING_QUESTION, top_k=8)

    assert not (await ask(container, BILLING_QUESTION, top_k=3)).cached


async def test_a_question_the_profile_does_not_answer_is_declined_and_no_model_is_asked() -> None:
    """Nothing relevant means an honest no, which names only what this audience may ask about."""
    model = ScriptedModel("The tide is high. [1]")
    container = FakeContainer(model)
    await publish_everywhere(container)

    asked = await ask(container, UNANSWERABLE_QUESTION, PUBLIC)

    assert asked.answer.status is AnswerStatus.NOT_IN_PROFILE
    assert asked.answer.text == "The profile does not say. It covers: background, work experience, skills."
    assert asked.answer.citations == ()
    assert (asked.answer.degraded, asked.answer.provider) == (False, "none")
    assert model.prompts == []


async def test_a_decline_names_what_comes_nearest_first() -> None:
    """So that who asked in vain sees what to ask instead."""
    container = FakeContainer()
    await publish_everywhere(container)

    asked = await ask(container, "Does she program in Fortran?", PUBLIC)

    assert asked.answer.text == "The profile does not say. It covers: background, skills, work experience."


async def test_an_extract_that_holds_the_word_for_declining_is_no_decline() -> None:
    """The word is a model's; a profile may hold it."""
    document = profile_document()
    document["work"] = [{"name": f"{DECLINED} Ltd", "position": "Engineer", "startDate": "2020"}]
    container = FakeContainer()
    await publish_everywhere(container, document)

    asked = await ask(container, "What is her current role?", PUBLIC)

    assert asked.answer.status is AnswerStatus.ANSWERED


async def test_an_honest_no_is_kept_too() -> None:
    """A declined question is as cheap the second time as an answered one."""
    container = FakeContainer()
    await publish_everywhere(container)
    await ask(container, UNANSWERABLE_QUESTION)

    assert (await ask(container, UNANSWERABLE_QUESTION)).cached


@pytest.mark.parametrize(
    ("question", "audience", "secret"),
    [(SALARY_QUESTION, Audience.RECRUITER, "150000"), (SABBATICAL_QUESTION, Audience.PRIVATE, "Patagonia")],
)
async def test_a_fact_is_told_to_its_audience_and_to_nobody_below(
    question: str, audience: Audience, secret: str
) -> None:
    """The same question is answered or declined by who asks."""
    container = FakeContainer()
    await publish_everywhere(container)

    for principal in (PUBLIC, RECRUITER, OWNER):
        answer = (await ask(container, question, principal)).answer
        told = principal.audience >= audience
        assert (answer.status is AnswerStatus.ANSWERED, secret in answer.text) == (told, told)


@pytest.mark.parametrize("order", [(OWNER, RECRUITER, PUBLIC), (PUBLIC, RECRUITER, OWNER)])
async def test_a_kept_answer_never_crosses_audiences(order: tuple[Principal, ...]) -> None:
    """Whoever asks first, nobody is served another audience's answer."""
    container = FakeContainer()
    await publish_everywhere(container)

    answers = {principal: await ask(container, SALARY_QUESTION, principal) for principal in order}

    assert not any(asked.cached for asked in answers.values())
    assert "150000" not in answers[PUBLIC].answer.text
    assert "150000" in answers[RECRUITER].answer.text


async def test_a_hidden_fact_reaches_no_model() -> None:
    """What an asker may not see is not in the prompt either, so no injection can pull it out."""
    model = ScriptedModel("NOT_IN_PROFILE")
    container = FakeContainer(model)
    await publish_everywhere(container)

    await ask(container, f"{BILLING_QUESTION} And what salary?", PUBLIC)
    await ask(container, "What does Ada do at work?", PUBLIC)

    assert model.prompts
    assert not any("150000" in prompt.user or "Patagonia" in prompt.user for prompt in model.prompts)


async def test_a_kept_answer_never_crosses_profiles() -> None:
    """Another profile's askers get that profile's answer."""
    container = FakeContainer()
    await publish_everywhere(container)
    await ask(container, BILLING_QUESTION)
    grace = replace(RECRUITER, profile="grace")

    with pytest.raises(NotFound):
        await ask(container, BILLING_QUESTION, grace)


async def test_a_kept_answer_is_gone_with_its_version() -> None:
    """The question after a commit is answered from the new version, before any region has synced."""
    container = FakeContainer()
    await publish_everywhere(container)
    assert "40 million" in (await ask(container, BILLING_QUESTION)).answer.text
    document = profile_document()
    document["work"] = [{"name": "Acme", "position": "Engineer", "highlights": ["Led the billing migration to COBOL."]}]

    await publish(container, document)
    asked = await ask(container, BILLING_QUESTION)

    assert (asked.cached, asked.answer.profile_version) == (False, 2)
    assert "COBOL" in asked.answer.text
    assert "40 million" not in asked.answer.text


async def test_what_was_made_private_is_silent_at_the_commit() -> None:
    """The index still proposes the old chunks, and not a word of them is told."""
    container = FakeContainer()
    await publish_everywhere(container)
    assert "150000" in (await ask(container, SALARY_QUESTION)).answer.text
    document = profile_document()
    document["x-twin"] = {"audience": {}}

    await publish(container, document)
    hidden = (await ask(container, SALARY_QUESTION)).answer
    await sync_everywhere(container)

    assert hidden.status is AnswerStatus.NOT_IN_PROFILE
    assert "150000" not in hidden.text


async def test_a_kept_answer_outlives_what_redis_knows_of_head() -> None:
    """Once the known HEAD has expired, the table says whether the kept answer is still of the live version."""
    model = ScriptedModel(BILLING_SENTENCE)
    container = FakeContainer(model)
    await publish_everywhere(container)
    await ask(container, BILLING_QUESTION)
    container.redis[HOME].heads.clear()

    assert (await ask(container, BILLING_QUESTION)).cached

    assert len(model.prompts) == 1
    assert not any(container.redis[HOME].leases.values())


async def test_a_version_redis_was_not_told_of_ends_kept_answers_when_its_head_expires() -> None:
    """A region that missed the commit serves the old answer for as long as its HEAD is believed, and no longer."""
    container = FakeContainer()
    await publish_everywhere(container)
    await ask(container, BILLING_QUESTION)
    container.redis[HOME].unavailable = True
    await publish(container, {"basics": {"name": "Ada Example", "summary": "Gardener."}})
    container.redis[HOME].unavailable = False

    believed = await ask(container, BILLING_QUESTION)
    container.redis[HOME].heads.clear()
    noticed = await ask(container, BILLING_QUESTION)

    assert (believed.cached, believed.answer.profile_version) == (True, 1)
    assert (noticed.cached, noticed.answer.profile_version) == (False, 2)
    assert noticed.answer.status is AnswerStatus.NOT_IN_PROFILE


async def test_answers_under_other_models_are_not_served() -> None:
    """The key carries a fingerprint of the models, so a new chain starts afresh on the same Redis."""
    before = FakeContainer(ScriptedModel(BILLING_SENTENCE, model="old"))
    await publish_everywhere(before)
    await ask(before, BILLING_QUESTION)
    after = FakeContainer(ScriptedModel(BILLING_SENTENCE, model="new"))
    after.redis = before.redis
    await publish_everywhere(after)

    asked = await ask(after, BILLING_QUESTION)

    assert (asked.cached, asked.answer.model) == (False, "new")


async def test_an_unreadable_kept_answer_is_made_anew() -> None:
    """Redis may hold what another release wrote; it costs a miss, never the request."""
    container = FakeContainer()
    await publish_everywhere(container)
    await ask(container, BILLING_QUESTION)
    redis = container.redis[HOME]
    [(key, (kept, expires))] = redis.answers.items()
    redis.answers[key] = (replace(kept, text='{"text": "from another release"}'), expires)

    asked = await ask(container, BILLING_QUESTION)

    assert not asked.cached
    assert "40 million" in asked.answer.text
    assert (await ask(container, BILLING_QUESTION)).cached


@pytest.mark.parametrize("question", ["?!...", "\u200b\u202e", " \t ", "🦊"])
async def test_a_question_without_a_word_is_refused_before_it_costs_anything(question: str) -> None:
    """Punctuation, spaces and control characters are nothing to ask with."""
    container = FakeContainer()
    await publish_everywhere(container)
    before = container.redis[HOME].round_trips

    with pytest.raises(InvalidQuestion) as caught:
        await ask(container, question)

    assert caught.value.faults[0].pointer == "/question"
    assert container.redis[HOME].round_trips == before


async def test_a_principal_without_the_scope_may_not_ask() -> None:
    """The scope is checked before anything is counted."""
    container = FakeContainer()

    with pytest.raises(Forbidden) as caught:
        await ask(container, BILLING_QUESTION, replace(RECRUITER, scopes=frozenset({Scope.SEARCH})))

    assert caught.value.required_scope == Scope.QUERY
    assert container.redis[HOME].round_trips == 0


async def test_nobody_can_ask_before_the_first_version_and_no_slot_stays_taken() -> None:
    """An unpublished profile is not found, and the concurrency slot is given back."""
    container = FakeContainer()

    for _ in range(PUBLIC.tier.concurrent + 1):
        with pytest.raises(NotFound):
            await ask(container, BILLING_QUESTION, PUBLIC)


async def test_questions_in_other_scripts_are_served() -> None:
    """Unicode in, unicode out: a profile in Greek is asked in Greek."""
    container = FakeContainer()
    await publish_everywhere(
        container,
        {"basics": {"name": "Άννα"}, "work": [{"name": "Ακμή", "highlights": ["Σχεδίασε γέφυρα 40 μέτρων."]}]},
    )

    answer = (await ask(container, "Ποιος σχεδίασε γέφυρα;")).answer

    assert "Σχεδίασε γέφυρα 40 μέτρων." in answer.text
