"""How varied corpus/ is, and which of its texts are nearly the same: docs/diversity.md.

    python scripts/diversity.py               write the page
    python scripts/diversity.py --duplicates  list the pairs, and stop with 1 if there are any

Texts of one contrast set differ by a few words on purpose; everywhere else a near duplicate
only looks like more language than there is, and between splits it lets a judgement be measured on
what it has seen. Locked batches take part by machine alone: of them only ids and figures show.
"""

import argparse
import re
import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median

import numpy as np
from rapidfuzz import fuzz

from rtlint.evaluation import load_corpus
from rtlint.evaluation.catalogue import REQUIREMENTS
from rtlint.evaluation.corpus import Split

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "docs" / "diversity.md"
NEAR = 92.0  # of 100: at this likeness two texts differ by a name, a number or a word of no weight
_SHINGLE = 4  # words; near duplicates have long runs in common
_SHARED = 0.5  # of the shorter text's runs, before two texts are compared letter by letter
_COMMON = 60  # texts that share a run: beyond that it is a formula, and tells nothing
_BINS = 2048
_CLOSE = 0.25  # a text this near to one of develop has hardly a wording of its own
_LISTED = 40  # near duplicates shown on the page
_TITLE = re.compile(r"\b(?:Dr|Mr|Ms|Mrs|St)\.$")
_WORD = re.compile(r"[A-Za-z][\w'’-]*|\d[\d.,%/]*")
_FUNCTION = frozenset(
    "a an the and or but nor so of to in on at by for with from as that which who whom whose "
    "when if unless until while where than then is are was were be been being am do does did "
    "has have had having shall must will may can should would could might not no neither "
    "either each every any all both some such this these those it its he him his she her hers "
    "they them their theirs we us our you your i me my one other another same own only just "
    "also there here up out into about over under between through during before after above "
    "below what whatever whichever whoever how why because since though although however "
    "except more most less least very too".split()
)
_DETERMINERS = frozenset(
    "a an the any all each every both some no such this these those his her its their our your my"
    " said other another own".split()
)
_MODALS = frozenset("shall must will may can should would could might to".split())
_SKIPPED = frozenset("not never also each both all then always only be have fully promptly".split())


@dataclass(frozen=True)
class Text:
    """A text of the corpus; ``group`` is its contrast set, ``about`` a requirement or ""."""

    id: str
    batch: str
    split: Split
    group: str
    about: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Twin:
    """Two texts that are nearly the same, and how like they are, of 100."""

    first: Text
    second: Text
    likeness: float

    @property
    def where(self) -> str:
        """Within one batch, between two, or between two splits, the worst."""
        if self.first.split is not self.second.split:
            return "between splits"
        return "within a batch" if self.first.batch == self.second.batch else "between batches"


def main() -> None:
    """Write the page, or list the near duplicates."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--duplicates", action="store_true", help="list near duplicates, and stop")
    options.add_argument("--corpus", type=Path, default=CHECKOUT / "corpus", metavar="FOLDER")
    given = options.parse_args()
    if not given.duplicates:
        write(given.corpus)
        return
    twins = in_order(near_duplicates(texts_of(given.corpus)))
    for twin in twins:
        print(f"{twin.likeness:5.1f}  {twin.where}: {twin.first.id} and {twin.second.id}")
    raise SystemExit(1 if twins else 0)


def write(corpus: Path = CHECKOUT / "corpus") -> None:
    """Write docs/diversity.md."""
    texts = texts_of(corpus)
    twins = in_order(near_duplicates(texts))
    PAGE.write_text(page(texts, twins, heads(corpus)), encoding="utf-8")


def in_order(twins: Iterable[Twin]) -> list[Twin]:
    """The likest first, place by place."""
    return sorted(twins, key=lambda twin: (twin.where, -twin.likeness, twin.first.id))


# ---- texts -------------------------------------------------------------------------------


def texts_of(folder: Path) -> list[Text]:
    """Every clause case, every order and every sentence that decides nothing."""
    found: list[Text] = []
    for split in Split:
        corpus = load_corpus(folder, split=split)
        found += [
            Text(c.id, c.batch, split, c.group, c.about, words_of(c.text)) for c in corpus.clauses
        ]
        found += [Text(o.id, o.batch, split, o.id, "", words_of(o.text)) for o in corpus.orders]
    for path in sorted((folder / "other").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, entry in enumerate(table["sentence"], start=1):
            name = f"{table['batch']}-{number:03}"
            found.append(
                Text(name, table["batch"], Split.DEVELOP, name, "", words_of(entry["text"]))
            )
    return found


def words_of(text: str) -> tuple[str, ...]:
    """The words in small letters; names and numbers are all alike, since they decide nothing."""
    words = []
    for match in _WORD.finditer(text):
        word = match[0]
        before = text[max(0, match.start() - 8) : match.start()].rstrip()
        opens = not before or (before[-1] in ".:;!?" and not _TITLE.search(before))
        if word[0].isdigit():
            words.append("0")
        elif word[0].isupper() and not word.isupper() and not opens and len(word) > 1:
            words.append("Name")
        else:
            words.append(word.lower().replace("’", "'"))
    return tuple(words)


# ---- near duplicates ---------------------------------------------------------------------


def near_duplicates(texts: Sequence[Text]) -> Iterator[Twin]:
    """Pairs that are nearly the same, outside their own contrast set."""
    runs = [_runs(text.words) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _COMMON:
            shared.update(combinations(numbers, 2))
    for (a, b), count in shared.items():
        first, second = texts[a], texts[b]
        if (first.batch, first.group) == (second.batch, second.group):
            continue
        if count < _SHARED * min(len(runs[a]), len(runs[b])):
            continue
        likeness = fuzz.ratio(" ".join(first.words), " ".join(second.words), score_cutoff=NEAR)
        if likeness:
            yield Twin(first, second, likeness)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    size = min(_SHINGLE, len(words))
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


# ---- distance ----------------------------------------------------------------------------


def vectors(texts: Sequence[Text]) -> np.ndarray:
    """One unit vector for each text: its words and pairs of words, weighed by how rare they are."""
    counts = np.zeros((len(texts), _BINS), dtype=np.float32)
    for row, text in enumerate(texts):
        pairs = [f"{a} {b}" for a, b in zip(text.words, text.words[1:], strict=False)]
        for gram in (*text.words, *pairs):
            counts[row, zlib.crc32(gram.encode()) % _BINS] += 1
    weights = np.log(counts.clip(max=50) + 1) * np.log(
        (1 + len(texts)) / (1 + (counts > 0).sum(axis=0))
    )
    return weights / np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)


def nearest(texts: Sequence[Text], units: np.ndarray) -> tuple[list[float], list[float]]:
    """For each text its distance (0 the same, 1 nothing in common) to the nearest text of another
    batch, and to the nearest of another batch of develop."""
    batches = np.array([text.batch for text in texts])
    develop = np.array([text.split is Split.DEVELOP for text in texts])
    anywhere: list[float] = []
    in_develop: list[float] = []
    for start in range(0, len(texts), 256):
        likeness = units[start : start + 256] @ units.T
        likeness[batches[start : start + 256, None] == batches[None, :]] = -1
        anywhere += (1 - likeness.max(axis=1)).tolist()
        in_develop += (1 - likeness[:, develop].max(axis=1)).tolist()
    return anywhere, in_develop


# ---- verbs and nouns ---------------------------------------------------------------------


def verbs(words: Sequence[str]) -> Iterator[str]:
    """The word that a modal verb or "to" leads to, past words like "not" and "be"."""
    for at, word in enumerate(words):
        if word in _MODALS:
            following = (w for w in words[at + 1 : at + 5] if w not in _SKIPPED)
            verb = next(following, "")
            if verb.isalpha() and verb not in _FUNCTION and verb != "Name":
                yield verb


def nouns(words: Sequence[str]) -> Iterator[str]:
    """The last word of a phrase that an article or its like opens: "the minor *child* shall"."""
    for at, word in enumerate(words):
        if word not in _DETERMINERS:
            continue
        last = ""
        for following in words[at + 1 : at + 6]:
            if following in _FUNCTION or following in ("0", "Name"):
                break
            last = following
        if last and last.isalpha():
            yield last.removesuffix("s")


# ---- the page ----------------------------------------------------------------------------


def heads(folder: Path) -> dict[str, Mapping[str, str]]:
    """What the files of clause cases say of their batch: its state and voice."""
    found = {}
    for path in sorted((folder / "clauses").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found[table["batch"]] = {key: str(table.get(key, "")) for key in ("state", "voice")}
    for path in sorted((folder / "orders").glob("*/expected.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        states = found.setdefault(table["batch"], {"state": "", "voice": "whole orders"})
        if table.get("state", "") not in states["state"]:
            joined = ", ".join(filter(None, (states["state"], table["state"])))
            found[table["batch"]] = {**states, "state": joined}
    return found


_HEAD = """\
This page is made by `make docs` (`scripts/diversity.py`). Distance is 1 minus the cosine of the
words and pairs of words that two texts share, rare ones weighing more: 0 is the same text, 1 has
nothing in common. Names and numbers count as one word each. Verbs are the words that a modal verb
or *to* leads to; nouns the last words of phrases that an article opens. Both are read off by
position, without a tagger, so they are good for comparing only.
"""


def page(
    texts: Sequence[Text], twins: Sequence[Twin], said: Mapping[str, Mapping[str, str]]
) -> str:
    """docs/diversity.md."""
    anywhere, in_develop = nearest(texts, vectors(texts))
    away = {text.id: distance for text, distance in zip(texts, anywhere, strict=True)}
    from_develop = {text.id: distance for text, distance in zip(texts, in_develop, strict=True)}
    parts = [
        "# How varied the corpus is\n",
        _HEAD,
        "## Splits: how strange is what is measured on\n",
        split_table(texts, from_develop),
        "\n## Requirements: breadth of wording in clause cases\n",
        requirement_table([text for text in texts if text.about]),
        "\n## Batches: voices, states and distance\n",
        batch_table(texts, away, said),
        "\n## Near duplicates\n",
        duplicate_part(twins),
    ]
    return "\n".join(parts) + "\n"


def split_table(texts: Sequence[Text], from_develop: Mapping[str, float]) -> str:
    """For each split how far its texts are from the nearest text of another develop batch."""
    rows = []
    for split in Split:
        for kind, chosen in (
            ("clauses", [t for t in texts if t.split is split and t.about]),
            ("orders", [t for t in texts if t.split is split and t.group == t.id and _order(t)]),
        ):
            away = sorted(from_develop[text.id] for text in chosen)
            if away:
                close = sum(distance < _CLOSE for distance in away) / len(away)
                tenth = away[len(away) // 10]
                rows.append(
                    [split, kind, len(away), f"{median(away):.2f}", f"{tenth:.2f}", f"{close:.1%}"]
                )
    head = ["split", "texts", "n", "median distance to develop", "nearest tenth", f"under {_CLOSE}"]
    return table(head, rows)


def _order(text: Text) -> bool:
    return not text.about and text.id.startswith(f"{text.batch}-") and text.id[-1].isalpha()


def requirement_table(cases: Sequence[Text]) -> str:
    """Distinct verbs and nouns in the cases about each requirement; how far five verbs go."""
    rows = []
    for rule in REQUIREMENTS:
        own = [text for text in cases if text.about == rule and text.split is not Split.LOCKED]
        found = Counter(verb for text in own for verb in verbs(text.words))
        things = {noun for text in own for noun in nouns(text.words)}
        top = sum(count for _, count in found.most_common(5)) / max(found.total(), 1)
        rows.append(
            [rule, len(own), len({t.batch for t in own}), len(found), len(things), f"{top:.0%}"]
        )
    return table(
        ["requirement", "cases", "batches", "verbs", "nouns", "share of the five verbs"], rows
    )


def batch_table(
    texts: Sequence[Text], away: Mapping[str, float], said: Mapping[str, Mapping[str, str]]
) -> str:
    """Each batch with its voice, and the median distance of its texts to other batches."""
    rows = []
    for batch in sorted({text.batch for text in texts}, key=_in_order):
        own = [text for text in texts if text.batch == batch]
        rows.append(
            [
                batch,
                own[0].split,
                len(own),
                round(median(len(text.words) for text in own)),
                f"{median(away[text.id] for text in own):.2f}",
                said.get(batch, {}).get("state", ""),
                said.get(batch, {}).get("voice", ""),
            ]
        )
    return table(["batch", "split", "texts", "median words", "distance", "state", "voice"], rows)


def _in_order(batch: str) -> tuple[str, int]:
    letters = batch.rstrip("0123456789")
    return letters, int(batch[len(letters) :] or 0)


def duplicate_part(twins: Sequence[Twin]) -> str:
    """How many pairs there are and where; ids only."""
    counts = Counter(twin.where for twin in twins)
    said = ", ".join(f"{counts[where]} {where}" for where in sorted(counts)) or "none"
    lines = [
        f"Pairs of texts of different contrast sets that are alike to {NEAR:.0f} of 100 or more,",
        f"names and numbers aside: {said}. `make duplicates` lists them all.\n",
    ]
    if twins:
        rows = [
            [f"{twin.likeness:.0f}", twin.where, twin.first.id, twin.second.id]
            for twin in twins[:_LISTED]
        ]
        lines.append(table(["likeness", "where", "text", "and"], rows))
    return "\n".join(lines)


def table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    main()
