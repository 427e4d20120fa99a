"""Language codes as BCP 47 writes them, from the names and codes that news services use."""

from __future__ import annotations

# Two-letter code, three-letter codes (ISO 639-2), English name.
_LANGUAGES = (
    ("ar", "ara", "arabic"),
    ("zh", "zho", "chi", "chinese"),
    ("nl", "nld", "dut", "dutch"),
    ("en", "eng", "english"),
    ("fr", "fra", "fre", "french"),
    ("de", "deu", "ger", "german"),
    ("hi", "hin", "hindi"),
    ("id", "ind", "indonesian"),
    ("it", "ita", "italian"),
    ("ja", "jpn", "japanese"),
    ("ko", "kor", "korean"),
    ("fa", "fas", "per", "persian"),
    ("pl", "pol", "polish"),
    ("pt", "por", "portuguese"),
    ("ru", "rus", "russian"),
    ("es", "spa", "spanish"),
    ("tr", "tur", "turkish"),
    ("uk", "ukr", "ukrainian"),
    ("vi", "vie", "vietnamese"),
)


def language_tag(words: str) -> str:
    """ "en" for "English", "eng" or "EN"; "en-GB" for "en_GB"; other words as they are."""
    words = words.strip()
    names = (names[0] for names in _LANGUAGES if words.casefold() in names)
    return next(names, words.replace("_", "-"))
