"""One file a task: `run(requests)` yields an answer for each request."""
