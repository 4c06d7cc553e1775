"""Run the command with ``python -m analysis``."""

from analysis.command_line import main

main()
