"""Compares briefgen/lexicon/names/states.tsv with CLDR: `python benchmarks/make_states.py` (needs babel).

Prints territories of CLDR that the table lacks, codes that CLDR does not know, and names that differ.
`--missing` prints rows to paste for the lacking ones: code and name, other cells empty. `--foreign` prints
the names of briefgen/lexicon/names/foreign.tsv as CLDR has them.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_IN_NEWS = frozenset(
    {"AQ", "BV", "HM", "TF", "UM", "IO", "SJ", "CP", "AC", "TA", "DG", "EA", "IC", "ZZ", "QO"}
)
DISSOLVED = frozenset({"YU"})


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from babel import Locale

    from briefgen import lexicon

    territories = {c: n for c, n in Locale("en").territories.items() if len(c) == 2 and c.isalpha()}
    table = {row.code: row.name for row in lexicon.names.states()}
    lacking = sorted(set(territories) - set(table) - NOT_IN_NEWS - {"EU", "EZ", "UN", "XA", "XB", "CQ"})
    if "--foreign" in sys.argv:
        names = [Locale(language).territories for language in ("fr", "de", "es", "it", "pt")]
        keys = {code: code for code in table} | {"eu": "EU", "un": "UN"}
        rows = ((key, *(one.get(code, "") for one in names)) for key, code in keys.items())
        print("\n".join("\t".join(row) for row in rows if all(row)))
        return 0
    if "--missing" in sys.argv:
        print("\n".join(f"{code}\t{territories[code]}\t\t\t\t\t" for code in lacking))
        return 0
    print("in CLDR only:", ", ".join(f"{code} {territories[code]}" for code in lacking))
    print("in the table only:", ", ".join(sorted(set(table) - set(territories) - DISSOLVED)) or "none")
    for code, name in sorted(table.items()):
        if code in territories and territories[code] != name:
            print(f"{code}: {name} (CLDR: {territories[code]})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
