"""Scorers of the corpora in the repository, one file a measure, gold and answers in, figures out.

Each gives a mapping from its figures to numbers, higher is better; counts of faults are negative.
"""
