"""Conditional logit: weights of features that make the right row of each group the likeliest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

LEAST = 15
"""A feature met less often says nothing reliable."""


def fit(
    groups: Sequence[Sequence[list[str]]], right: Sequence[int], strength: float, known: Collection[str]
) -> dict[str, float]:
    """Weights of `known` names that make row `right[i]` of every group the likeliest; L2 with `strength`."""
    counts = Counter(name for group in groups for row in group for name in set(row))
    names = sorted(name for name, count in counts.items() if count >= LEAST and name in known)
    column = {name: i for i, name in enumerate(names)}
    rows = [row for group in groups for row in group]
    indices = [sorted(column[n] for n in set(row) if n in column) for row in rows]
    pointer = np.concatenate([[0], np.cumsum([len(i) for i in indices])])
    data = csr_matrix(
        (np.ones(pointer[-1]), np.concatenate(indices).astype(int), pointer), (len(rows), len(names))
    )
    starts = np.concatenate([[0], np.cumsum([len(group) for group in groups])])[:-1]
    owner = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    gold = starts + np.asarray(right)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = data @ w
        scores -= np.maximum.reduceat(scores, starts)[owner]
        exp = np.exp(scores)
        total = np.add.reduceat(exp, starts)
        value = (np.log(total) - scores[gold]).sum() + strength * (w @ w)
        delta = exp / total[owner]
        delta[gold] -= 1
        return value, data.T @ delta + 2 * strength * w

    w = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: round(float(v), 3) for name, v in zip(names, w, strict=True) if abs(v) >= 0.02}
