"""Folders of many documents: read once, kept in a store, annotated where a topic uses them.

filing      what is done to a file or a document, in whatever process
workers     who does it
inventory   the store is brought to the state of the folder, and what then lies in it
library     the corpus on a topic: the documents that come nearest to it, with all their layers
"""
