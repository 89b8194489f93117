"""Methods written as data: the shapes, their sheets, and what a sheet amounts to."""
