#!/usr/bin/env bash
# Draws the pictures of the README in docs: memo.png, the first page of the sample memo; evidence.png, the first
# screen of its evidence page; mail.png, the body of its mail. Needs LibreOffice Writer, poppler-utils, Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=.venv/bin/python

soffice --headless --convert-to pdf --outdir "$work" out/sample/asia-security.docx >/dev/null
pdftoppm -r 75 -png -f 1 -l 1 -singlefile "$work/asia-security.pdf" docs/memo

# FILE NAME WIDTH HEIGHT: the first screen of a page in a window of so many points, at half the size.
first_screen() {
  local rights=()
  [ "$(id -u)" -ne 0 ] || rights=(--no-sandbox)
  chromium --headless "${rights[@]}" --disable-gpu --disable-quic --no-first-run --disable-sync \
    --disable-background-networking --disable-component-update --user-data-dir="$work/profile" --hide-scrollbars \
    --force-device-scale-factor=0.5 --window-size="$3,$4" --screenshot="$work/$2.png" "file://$1" >/dev/null 2>&1
  mv "$work/$2.png" "docs/$2.png"
}

"$python" -m briefgen --topic asia-security --format html --format eml --out "$work/made" >/dev/null 2>&1
"$python" - "$work/made/asia-security.eml" "$work/mail.html" <<'PYTHON'
import email, pathlib, sys
from email import policy

mail = email.message_from_bytes(pathlib.Path(sys.argv[1]).read_bytes(), policy=policy.default)
pathlib.Path(sys.argv[2]).write_text(mail.get_body(("html",)).get_content(), encoding="utf-8")
PYTHON
first_screen "$work/made/asia-security.html" evidence 1400 1000
first_screen "$work/mail.html" mail 900 620
