"""briefgen: a folder of source documents in, a briefing memo in which every line can be traced out."""

__version__ = "0.2.0"
