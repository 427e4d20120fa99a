"""Scorers of the corpora in benchmarks/corpora: `figures()` of a module measures the product on one.

Each takes the way of the command (`briefgen.pipeline.prepare`), so that a fault of cleaning costs what
stands behind it. A figure is a number of which more is better, most of them points of 100; counts of faults
are negative.
"""
