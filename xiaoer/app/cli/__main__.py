"""`python -m xiaoer.app.cli …`, where the script is not on the path."""

from xiaoer.app.cli import main

main()
