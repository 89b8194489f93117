"""`python -m sellkit`: the command line, also where no script is on the path."""

from sellkit.cli import app

app()
