"""What a memo is and how an office prints it: records, house style, columns and page.

memo        the finished memo as data: the source's words and the house's, nothing else
fields      how each field of an item is printed and written
house       headings, phrases and limits of an office, from house.toml (`house_file` reads it)
columns     which fields of an item a column of a table prints
page        the records of a printed page
layout      the memo as a reader sees it, before any format
brackets    the places of cited words as a note gives them
printed     how words of a source appear on a page
reopened    what was read back from a finished file
"""
