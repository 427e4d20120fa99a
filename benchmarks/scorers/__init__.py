"""Scorers of the corpora in the repository, one file a measure: gold and what the product gives in, figures out.

Each measure gives a mapping from its figures to numbers, higher is better; counts of faults are negative.
"""
