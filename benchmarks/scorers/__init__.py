"""Scorers of the project's own: what they measure is defined here, in words, and tested on small examples."""
