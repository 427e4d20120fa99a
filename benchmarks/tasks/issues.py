"""Open issues: {"id", "text"} to {"id", "label", "spans"} of the cues.

A text is one sentence (the whole articles come sentence by sentence too), so there is nothing to clean:
it is the body of a document that all annotators read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.documents import body


def run(requests: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    for request in requests:
        document = body(str(request["id"]), str(request["text"]))
        spans = [{"start": i.cue.start, "end": i.cue.end} for i in document.issues]
        yield {"id": request["id"], "label": int(bool(spans)), "spans": spans}
