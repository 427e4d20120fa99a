"""Folders of many small documents, made up: reports of four matters, each with its people and days."""

from __future__ import annotations

from pathlib import Path

MATTERS = (
    ("fisheries", "Norway", "Fisheries Minister Anna Berg", "the herring quota"),
    ("rail tunnel", "Austria", "Transport Minister Karl Huber", "the rail tunnel"),
    ("water supply", "Spain", "Mayor Lucía Vega", "the water supply"),
    ("flu vaccine", "Denmark", "Health Minister Mette Holm", "the flu vaccine"),
)
MONTHS = ("January", "February", "March", "April", "May", "June")


def report(number: int) -> str:
    """The text of one report."""
    matter, state, speaker, thing = MATTERS[number % len(MATTERS)]
    day, month = 1 + number % 27, MONTHS[number % len(MONTHS)]
    amount, name = 100 + 7 * number, speaker.split(" Minister ")[-1]
    return (
        f"{state} debates {thing} for the {number}th time\n\n"
        f"Published: {day} {month} 2025\n\n"
        f"{speaker} told parliament on {day} {month} that {thing} costs {amount} million euros."
        "\n\n"
        f'"We will not give up {thing} before {amount} towns agree," {name} said.'
        "\n\n"
        f"The vote on {thing} in report {number} is open, and {amount - 50} towns have not answered.\n\n"
        f"Officials in {state} counted {amount + 3} letters about the {matter} in week {number}.\n"
    )


def lay(folder: Path, number: int) -> Path:
    """So many reports as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(number):
        (folder / f"{at:03}.txt").write_text(report(at), encoding="utf-8")
    return folder
