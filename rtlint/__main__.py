"""``python -m rtlint`` is the ``rtlint`` command."""

from rtlint.cli import main

if __name__ == "__main__":
    main(prog_name="rtlint")
