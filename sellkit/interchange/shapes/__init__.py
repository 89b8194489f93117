"""The shapes of which the pages of a workbook are made; each knows how it is written and how it is read.

fields  a form: names and values, for what stands on a sheet once
rows    a list
cross   a table with parties and days across
bands   a list sorted into quarters, side by side
"""
