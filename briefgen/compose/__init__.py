"""Composers: evidence in, one section of the memo out. One file a section."""
