"""Renderers: a memo in, bytes out. One file a format."""
