"""What a memo is and how an office prints it: records, house style, columns and page.

memo        the finished memo as data: the source's words and the house's, nothing else
house       headings, phrases and limits of an office, from house.toml (`house_file` reads it)
columns     which fields of an item a column of a table prints
layout      the memo as a reader sees it, before any format
printed     how words of a source appear on a page
"""
