"""Temporal expressions: what a printed date means. Used by metadata and by the date annotator."""
