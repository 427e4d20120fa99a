#!/usr/bin/env bash
# Draws docs/memo.png, the first page of the sample memo. Needs LibreOffice Writer and poppler-utils.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
soffice --headless --convert-to pdf --outdir "$work" out/sample/asia-security.docx >/dev/null
pdftoppm -r 75 -png -f 1 -l 1 -singlefile "$work/asia-security.pdf" docs/memo
