"""What the program knows of English, each fact in one place.

No parser and no model: closed word classes, capital letters, marks and the order of words. Quoted
stretches are one opaque token each in the syntax of a passage, so that nothing inside a quotation can be
taken for its speaker.
"""
