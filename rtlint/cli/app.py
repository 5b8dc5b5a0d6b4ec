"""The ``rtlint`` command itself: its sub-commands, and what becomes of an error.

What is no command is a file to check, so that a file dropped on the terminal
window is enough; a file that is called like a command needs ``./`` before it.
"""

import sys
import traceback

import click
from click.shell_completion import CompletionItem

from rtlint import __version__
from rtlint.cli import exits
from rtlint.cli.accept import accept
from rtlint.cli.check import check
from rtlint.cli.compare import compare
from rtlint.cli.config import config
from rtlint.cli.evaluate import evaluate
from rtlint.cli.explain import explain
from rtlint.cli.render import render
from rtlint.cli.rules import rules
from rtlint.cli.schema import schema
from rtlint.cli.test import test
from rtlint.cli.text import text
from rtlint.errors import RtlintError, UnreadableDocument

COMMANDS: dict[str, click.Command] = {
    "check": check,
    "render": render,
    "accept": accept,
    "compare": compare,
    "explain": explain,
    "rules": rules,
    "text": text,
    "test": test,
    "evaluate": evaluate,
    "config": config,
    "schema": schema,
}
DEBUG = "--debug"
HELP = """\
Check reunification-therapy orders, and say what to mend.

\b
  rtlint order.pdf                        what to mend, on the screen
  rtlint order.pdf -o report.txt          the same, to a file
  rtlint order.pdf -f json:report.json    for another program
  rtlint render report.json -o report.html  that report again, in another form
  rtlint compare draft1.pdf draft2.pdf    what got better or worse
  rtlint check --help                     all options for checking

"rtlint FILE" is short for "rtlint check FILE". A file that is called like a command needs
a folder before its name: rtlint ./rules
"""
WELCOME = """\
rtlint checks a reunification-therapy order against a list of what such an order needs.
Type rtlint and a space, drag your order (PDF, Word or text) onto this window, press Enter.
More: rtlint --help; the list: rtlint rules; one requirement: rtlint explain RT101.
"""


class FilesOrCommand(click.Group):
    """A group that takes anything but its commands' names for files to check."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``check`` before what is no command."""
        if DEBUG in args:
            ctx.meta[DEBUG] = True
            args.remove(DEBUG)
        first = args[0] if args else ""
        if args and first not in self.commands and first not in ("--help", "-h", "--version"):
            args.insert(0, "check")
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files too."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> None:
        """Run the command; whatever goes wrong, the user gets a sentence, never a traceback."""
        try:
            code = super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except RtlintError as error:
            unreadable = isinstance(error, UnreadableDocument)
            code = _stopped(ctx, str(error), exits.UNREADABLE if unreadable else exits.UNUSABLE)
        except KeyboardInterrupt:
            code = _stopped(ctx, "Stopped before the end; nothing was judged.", exits.UNUSABLE)
        except Exception as error:  # noqa: BLE001, the last line of defence: no user sees a traceback
            code = _stopped(ctx, _fault(error), exits.UNUSABLE)
        ctx.exit(code or exits.CLEAN)


def _stopped(ctx: click.Context, message: str, code: int) -> int:
    if ctx.meta.get(DEBUG):
        traceback.print_exc()
    click.echo(f"rtlint: {message}", err=True)
    return code


def _fault(error: Exception) -> str:
    """What to say of an error nobody foresaw; its own words might quote the document."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{frame.filename.replace(chr(92), '/').rpartition('/')[2]}:{frame.lineno}"
    return (
        f"This is a fault in rtlint, not in your document ({type(error).__name__} at {place}). "
        f"Nothing was judged; please report it with what {DEBUG} adds to this message."
    )


@click.group(
    cls=FilesOrCommand,
    commands=COMMANDS,
    invoke_without_command=True,
    options_metavar="",
    subcommand_metavar="FILE... | COMMAND [OPTIONS]",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=HELP,
    epilog=exits.EXPLAINED,
)
@click.option("--version", is_flag=True, help="Show the version and stop.")
@click.option(
    DEBUG,
    is_flag=True,
    expose_value=False,
    help="Show the technical details of an error; may stand anywhere on the line.",
)
@click.pass_context
def main(ctx: click.Context, *, version: bool) -> None:
    """The entry point; its commands do the rest."""
    if version:
        click.echo(f"rtlint {__version__}, Python {sys.version.split()[0]}")
        ctx.exit()
    if ctx.invoked_subcommand is None:
        click.echo(WELCOME, nl=False)
