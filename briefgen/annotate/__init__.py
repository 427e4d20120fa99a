"""Annotators: each adds one layer to a document. Files here are steps; their order is below."""
