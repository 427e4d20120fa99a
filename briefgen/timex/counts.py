"""Numbers in words and figures: "two and a half", "a couple of", "22", "more than two thousand"."""

from __future__ import annotations

from briefgen.timex.rules import Run

COUNT = r"(?:a?v[cv]?|(?:a?w(?:~?w){0,5}|a?[1iyf])(?:N?[1i]~[1i]|~?N~?a~?H)?|aH?|H[ac]?)"
"""A count before a unit: "a few", "a couple of", "twenty-two", "2 1/2", "an", "half a"."""
VAGUE = -1.0
"""Stands for several, a few, many."""


def count(tokens: Run) -> float | None:
    """The number that tokens of `COUNT` say; `VAGUE` for several; None when it is no number."""
    total, seen = 0.0, False
    if len(tokens) > 2 and tokens[-2].word == "/" and tokens[-1].cls in "1i" and tokens[-3].cls in "1i":
        below = float(tokens[-1].value)
        rest = float(tokens[-3].value) / below if below else 0.0
        return (count(tokens[:-3]) or 0.0) + rest
    for token in tokens:
        if token.cls == "v":
            if token.value == "X":
                return VAGUE
            total, seen = (total or 1) * float(token.value), True
        elif token.cls == "w":
            worth = float(token.value)
            if worth < 100 and seen and not (worth < 10 and total % 100 >= 20) and total % 100:
                return None  # "one five-day": two numbers, not one
            total = max(total, 1) * worth if worth in (100, 1000) else total + worth
            seen = True
        elif token.cls in "1iyf":
            total, seen = total + float(token.value.replace(",", "")), True
    if any(token.cls == "H" for token in tokens):
        return total + 0.5
    return total if seen else 1.0 if any(token.cls == "a" for token in tokens) else None


def amount(number: float, unit: str) -> str:
    """A duration value: 2, "W" to "P2W"; halves are said in the next finer unit (P2Y6M, PT1H30M)."""
    mark = "PT" if unit.startswith("T") else "P"
    letter = unit[-1]
    if unit == "H":
        number, unit, letter = (number if number == VAGUE else number * 6), "M", "M"
    if number == VAGUE:
        letter = "Y" if unit == "E" else letter
        return f"{mark}X{'WE' if unit == 'WE' else letter}"
    if number != int(number):
        return _fraction(number, unit, mark)
    whole = int(number)
    scaled = {"E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y"), "FN": (2, "W")}.get(unit)
    if scaled:
        return f"P{whole * scaled[0]}{scaled[1]}"
    return f"{mark}{whole}WE" if unit == "WE" else f"{mark}{whole}{letter}"


def _fraction(number: float, unit: str, mark: str) -> str:
    whole, rest = int(number), number - int(number)
    finer = {
        "Y": (12, "M"),
        "TH": (60, "M"),
        "TM": (60, "S"),
        "D": (24, "H"),
        "E": (10, "Y"),
        "C": (100, "Y"),
    }.get(unit)
    if finer is None or (rest * finer[0]) != int(rest * finer[0]):
        return f"{mark}{number:g}{unit[-1]}"
    part = f"{int(rest * finer[0])}{finer[1]}"
    if unit in ("E", "C"):
        return f"P{whole * finer[0] + int(rest * finer[0])}Y"
    if unit == "D":
        return f"P{whole}DT{part}" if whole else f"PT{part}"
    return f"{mark}{whole}{unit[-1]}{part}" if whole else f"{mark}{part}"
