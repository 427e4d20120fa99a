"""Reads the figures out of what the evaluation scripts beside the checkout print."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType

from benchmarks.figures import Figures


def rows(printed: str) -> list[dict[str, object]]:
    """The JSON lines among what a script prints."""
    return [json.loads(line) for line in printed.splitlines() if line.startswith("{")]


def dates(printed: str) -> Figures:
    """Value F1 of the views all and cal; documents whose date is wrong or invented."""
    value = {
        m[1]: float(m[2])
        for m in re.finditer(r"^(all|cal)\b.*?\|.*?\|.*?\|\s*[\d.]+/\s*[\d.]+/\s*([\d.]+)", printed, re.M)
    }
    # Only the five documents print a verdict on their own date.
    wrong = len(re.findall(r"\b(?:INVENTED|WRONG|missed)\b", printed))
    return {
        "value F1 all": value["all"],
        "value F1 calendar": value["cal"],
        "document dates not right": -wrong,
    }


def cleaning(printed: str) -> Figures:
    """Token F1 and share of hurt pages, in points."""
    found = re.search(r"F1 ([\d.]+) \| shingle.*hurt ([\d.]+)", printed)
    assert found, printed
    return {"token F1": 100 * float(found[1]), "hurt": -100 * float(found[2])}


def seed_lines(printed: str) -> Figures:
    """Lines of the articles lost and lines of furniture kept."""
    found = re.search(r"lines lost (\d+) kept junk (\d+)", printed)
    assert found, printed
    return {"lines lost": -int(found[1]), "junk kept": -int(found[2])}


def content(printed: str) -> Figures:
    """F1 on sentences and, where the set has them, on spans, by set."""
    return {
        f"{row['set']} {unit}": 100 * float(score["F1"])
        for row in rows(printed)
        for unit in ("sentence", "span")
        if isinstance(score := row[unit], dict)
    }


def selection(printed: str) -> Figures:
    """MAP, F1 of the set, recall at 15 % of the words."""
    return {
        f"{row['set']} {key}": 100 * float(row[key])  # type: ignore[arg-type]
        for row in rows(printed)
        for key in ("MAP", "F1", "R15")
        if key in row
    }


def summary(printed: str) -> Figures:
    """ROUGE in points; shares of faulty sentences in points, negative."""
    row = rows(printed)[0]
    faults = {key: -100 * float(row[key]) for key in ("orphan", "nospeaker", "cut", "redundant")}  # type: ignore[arg-type]
    return {"ROUGE-1": float(row["R1"]), "ROUGE-2": float(row["R2"]), **faults}  # type: ignore[arg-type]


def timeline(printed: str) -> Figures:
    """F1 of the days and ROUGE aligned by day, in points; share of sentences under a day that is theirs."""
    row = rows(printed)[0]
    names = {"DateF1": "days F1", "AR1": "ROUGE-1", "AR2": "ROUGE-2", "date_support": "day supported"}
    figures = {name: 100 * float(row[key]) for key, name in names.items()}  # type: ignore[arg-type]
    return {**figures, "bad places": -float(row["bad_spans"])}  # type: ignore[arg-type]


def quotes(printed: str) -> Figures:
    """F1 of quoted stretches and of stretch with speaker; accuracy by class of speaker; indirect speech."""
    figures = {}
    for name, pattern in QUOTE_FIGURES.items():
        found = re.search(pattern, printed)
        if found:
            figures[name] = float(found[1])
    return figures


QUOTE_FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "spans F1": r'quotes_overlap80 .*?"f1": ([\d.]+)',
        "quote and speaker F1": r'quote_and_speaker .*?"f1": ([\d.]+)',
        "named": r'"named_acc": ([\d.]+)',
        "pronouns": r'pronoun .*?"resolved_acc": ([\d.]+)',
        "descriptions": r'description .*?"acc": ([\d.]+)',
        "indirect precision": r'indirect .*?"content50": \{"p": ([\d.]+)',
        "indirect recall, verbs of saying": r'"recall50_of_say_verb_cues": ([\d.]+)',
    }
)
