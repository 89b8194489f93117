"""What leaves the house as a document: put together from sheets as data, then shown in a notebook, as HTML or as DOCX.

blocks  what a document is made of: sections with paragraphs, facts, tables, pictures by kind, remarks
plan    the account plan, section by section
page    a document as one HTML page that loads nothing; word: the same for a word processor
"""
