"""The text report in colour, for a terminal; the words are exactly those of the plain one.

It returns rich ``Text``, in which nothing is parsed, so that "[PROPOSED]" in an
order stays what it is.
"""

from rich.text import Text

from rtlint.model.report import Report
from rtlint.reporters.layout import Style, lines
from rtlint.reporters.text import WIDTH, Detail, blocks

_STYLES = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.ERROR: "bold red",
    Style.WARNING: "bold yellow",
    Style.GOOD: "bold blue",  # not green, which many cannot tell from red
    Style.CUE: "bold underline",
}


def styled(report: Report, *, width: int = WIDTH, detail: Detail = Detail.PLACES) -> Text:
    """The report as styled text, already broken into lines."""
    text = Text()
    for line in lines(blocks(report, detail), width):
        for run in line:
            text.append(run.text, _STYLES[run.style])
        text.append("\n")
    return text
