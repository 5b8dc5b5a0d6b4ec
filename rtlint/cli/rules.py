"""``rtlint rules``: every rule on one line."""

import click

from rtlint.cli import options, outputs


@click.command()
@options.rules
def rules(rules: tuple[str, ...]) -> None:
    """List every rule with its number and name."""
    rulebook = options.rulebook(rules)
    lines = [f"{rule.id} {rule.title} ({rule.name})" for rule in rulebook.rules]
    lines.append(f"{len(lines)} rules, version {rulebook.version}. More: rtlint explain RT101")
    outputs.say("\n".join(lines) + "\n")
