"""Every sheet as tables, and back without loss: for data frames, workbooks, and whatever else has rows and columns.

table    one table and its typed columns; spec: which tables a sheet has
rows     a record as rows of plain values
cells    one value as a reader sees it, and what a reader typed as a value
building rows as a record, with every fault named by table, row and column
frames   the same as pandas data frames; the only file that needs pandas
"""
