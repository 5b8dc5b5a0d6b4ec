"""An evaluation as plain lines for a terminal, or as data for a program.

Neither holds a word of a case: what is printed by default may be shown of a
locked batch too. Only ``miss_lines`` quotes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from rtlint.evaluation.evaluate import Evaluation, Section
from rtlint.evaluation.figures import NOT_JUDGED, Breakdown, CheckFigures
from rtlint.evaluation.misses import Miss
from rtlint.evaluation.resample import Figure
from rtlint.evaluation.second import Agreement
from rtlint.model.assessment import Status

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

_BREAKDOWN_HEAD = f"{'right':>7}{'n':>7}{'interval':>16}{'wrong met':>11}{'alarms':>8}   took for"
_COLUMNS = (*Status, NOT_JUDGED)


def as_lines(evaluation: Evaluation) -> list[str]:
    """The evaluation as lines of text, figures first."""
    lines: list[str] = []
    for section in evaluation.sections:
        lines += [*_section_lines(section), ""]
    if evaluation.forms_agree is not None:
        lines += [_figure_line(evaluation.forms_agree), ""]
    if evaluation.agreements:
        lines += [*_agreement_lines(evaluation.agreements), ""]
    lines += list(_left_out(evaluation))
    return lines


def as_json(evaluation: Evaluation) -> dict[str, Json]:
    """The evaluation as data; every share is a fraction of one."""
    return {
        "sections": {section.name: _section_json(section) for section in evaluation.sections},
        "forms_agree": _figure_json(evaluation.forms_agree) if evaluation.forms_agree else None,
        "labelled_twice": {
            each.name: {"raw": _figure_json(each.raw), "kappa": _figure_json(each.kappa)}
            for each in evaluation.agreements
        },
        "unlabelled": list(evaluation.unlabelled),
        "failed": dict(evaluation.failed),
    }


def miss_lines(misses: Iterable[Miss]) -> list[str]:
    """Each miss as a few lines: what was expected, what was found, and the words of both."""
    lines: list[str] = []
    for miss in misses:
        lines += [*_miss_block(miss), ""]
    return lines


def _miss_block(miss: Miss) -> Iterator[str]:
    yield f"{miss.rule}  {miss.case}  {miss.kind}: {miss.gold}, found {miss.found}"
    yield from _quoted("text", [miss.text] if miss.text else [])
    yield from _quoted("label", miss.gold_evidence)
    yield from _quoted("found", miss.found_evidence)
    yield from _quoted("note", [miss.note] if miss.note else [])
    yield from _quoted("reason", [miss.reason] if miss.reason else [])


def _quoted(name: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield f"    {name + ':':<8}{' '.join(text.split())}"


def _section_lines(section: Section) -> Iterator[str]:
    yield f"{section.name}: {section.cases}, pairs of case and requirement: {len(section.pairs)}"
    yield f"  {'':<26}{'value':>7}{'n':>8}   95 % interval"
    yield from map(_figure_line, section.figures)
    yield ""
    yield from _confusion_lines(section)
    tables = (
        ("requirement", section.by_requirement),
        ("batch", section.by_batch),
        ("state", section.by_state),
        ("trap", section.by_trap),
    )
    for title, rows in tables:
        if not rows:
            continue
        yield ""
        yield f"  {title:<20}{_BREAKDOWN_HEAD}"
        yield from map(_breakdown_line, rows)
    if section.by_check:
        yield ""
        yield from _check_lines(section.by_check)


def _check_lines(rows: Iterable[CheckFigures]) -> Iterator[str]:
    heads = "".join(f"{name:>9}{'n':>5}{'interval':>16}" for name in ("precision", "recall"))
    yield f"  {'drafting check':<20}{heads}"
    for row in rows:
        cells = (
            f"{_share(figure.value):>9}{figure.n:>5}{_interval(figure):>16}"
            for figure in (row.precision, row.recall)
        )
        yield f"  {row.key:<20}{''.join(cells)}".rstrip()


def _figure_line(figure: Figure) -> str:
    return (
        f"  {figure.title:<26}{_share(figure.value):>7}{figure.n:>8}   {_interval(figure)}".rstrip()
    )


def _agreement_lines(agreements: Iterable[Agreement]) -> Iterator[str]:
    yield "labelled twice, blind"
    yield f"  {'':<34}{'agree':>7}{'n':>8}{'interval':>16}{'kappa':>8}"
    for each in agreements:
        yield (
            f"  {each.name:<34}{_share(each.raw.value):>7}{each.raw.n:>8}"
            f"{_interval(each.raw):>16}{_share(each.kappa.value):>8}"
        )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _interval(figure: Figure) -> str:
    if figure.low is None:
        return ""
    return f"{_share(figure.low)}–{_share(figure.high)}"


def _confusion_lines(section: Section) -> Iterator[str]:
    yield f"  {'label, found:':<14}" + "".join(f"{name:>14}" for name in _COLUMNS)
    for gold, row in section.confusion.items():
        yield f"  {gold:<14}" + "".join(f"{row.get(name, 0) or '·':>14}" for name in _COLUMNS)


def _breakdown_line(row: Breakdown) -> str:
    figure = row.accuracy
    mistakes = [f"{gold} → {found} {count}" for gold, found, count in _mistakes(row)]
    return (
        f"  {row.key:<20}{_share(figure.value):>7}{figure.n:>7}{_interval(figure):>16}"
        f"{row.wrong_met or '·':>11}{row.false_alarms or '·':>8}   {', '.join(mistakes[:4])}"
    ).rstrip()


def _mistakes(row: Breakdown) -> list[tuple[str, str, int]]:
    """What was taken for what, the most frequent first."""
    mistakes = [
        (gold, found, count)
        for gold, counts in row.confusion.items()
        for found, count in counts.items()
        if gold != found
    ]
    return sorted(mistakes, key=lambda mistake: -mistake[2])


def _left_out(evaluation: Evaluation) -> Iterator[str]:
    if evaluation.unlabelled:
        yield f"Without labels, not judged: {', '.join(evaluation.unlabelled)}."
    for case, why in evaluation.failed:
        yield f"{case} could not be judged and counts as wrong: {why}"


def _section_json(section: Section) -> Json:
    return {
        "cases": section.cases,
        "pairs": len(section.pairs),
        "figures": {figure.key: _figure_json(figure) for figure in section.figures},
        "confusion": _confusion_json(section.confusion),
        "by_requirement": {row.key: _breakdown_json(row) for row in section.by_requirement},
        "by_batch": {row.key: _breakdown_json(row) for row in section.by_batch},
        "by_state": {row.key: _breakdown_json(row) for row in section.by_state},
        "by_trap": {row.key: _breakdown_json(row) for row in section.by_trap},
        "by_check": {
            row.key: {"precision": _figure_json(row.precision), "recall": _figure_json(row.recall)}
            for row in section.by_check
        },
    }


def _figure_json(figure: Figure) -> Json:
    return {
        "value": _rounded(figure.value),
        "n": figure.n,
        "low": _rounded(figure.low),
        "high": _rounded(figure.high),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _breakdown_json(row: Breakdown) -> Json:
    return {
        "accuracy": _figure_json(row.accuracy),
        "wrong_met": row.wrong_met,
        "false_alarms": row.false_alarms,
        "confusion": _confusion_json(row.confusion),
    }


def _confusion_json(confusion: Mapping[str, Mapping[str, int]]) -> Json:
    return {gold: dict(row) for gold, row in confusion.items()}
