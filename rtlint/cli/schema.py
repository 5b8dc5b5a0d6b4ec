"""``rtlint schema``: the JSON Schema of the JSON report."""

import click

from rtlint.cli import outputs


@click.command()
def schema() -> None:
    """Print the JSON Schema of the JSON report."""
    from rtlint.reporters.json_report import schema as text

    outputs.exactly(text())
