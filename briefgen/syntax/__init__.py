"""Shallow syntax of reported speech: tokens, mentions of possible speakers, speech cues with subjects.

No parser and no model: closed word classes, capital letters and the order of words. Quoted stretches
are one opaque token each, so that nothing inside a quotation can be taken for its speaker.
"""
