"""Readers: a file in, immutable sources out. One file a format."""
