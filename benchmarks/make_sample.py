"""Writes the committed sample memo: `python -m benchmarks.make_sample`. tests/test_sample.py compares it."""

from __future__ import annotations

from pathlib import Path

from briefgen.pipeline import Request, run

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "out" / "sample"
FORMATS = ("docx", "md", "json", "html")
TOPIC = "asia-security"


def write(folder: Path) -> tuple[Path, ...]:
    """Write the sample memo in all formats to a folder."""
    written, _ = run(Request((TOPIC,), ROOT / "seeds", folder, FORMATS))
    return written[0].files


if __name__ == "__main__":
    for old in SAMPLE.glob(f"{TOPIC}.*"):
        old.unlink()
    for file in write(SAMPLE):
        print(file)
