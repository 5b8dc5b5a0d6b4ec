"""Train the model that joins both readers: the join batches of corpus/ → rtlint/checks/join.json.

    python scripts/train_join.py [--check] [--reader FOLDER]

Needs the extra ``train`` (scikit-learn). Learns from the batches that corpus/splits.toml gives to
"join": orders and clauses from which neither reader has learned, so that what each says of them is
worth what it is worth on new papers. ``--check`` writes nothing and prints how often the model,
trained on four fifths of those batches, is right on the last fifth. ``--reader`` asks another
learned reader than the one that ships: an earlier state that has not seen batches which the later
one has learned from. Takes some minutes.
"""

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from rtlint import api
from rtlint.checks.join import WEIGHTS
from rtlint.checks.judge import read
from rtlint.checks.signs import signs, signs_of_paper
from rtlint.evaluation.corpus import ClauseCase, OrderCase, Split, load_corpus
from rtlint.language import analyse
from rtlint.model.assessment import Status
from rtlint.model.linear import Linear
from rtlint.readers.learned import LearnedReader, shipped_reader
from rtlint.rulebook import load_rules
from rtlint.structure import outline

ROOT = Path(__file__).resolve().parent.parent
STRENGTH = 0.005  # inverse of the regularisation
SPREAD = 0.15  # a sign varies by at least this much, however rare it is
UNLISTED = 0.03  # the weight of what a clause case is silent on
SMALL = 0.002  # weights below this are left out
FOLDS = 5


@dataclass(frozen=True)
class Row:
    """One rule in one text: its batch, signs, true status, and weight in training."""

    batch: str
    whole: bool  # of a whole order
    signs: dict[str, float]
    status: str
    weight: float


def main() -> None:
    """Train and write, or check."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    options.add_argument("--reader", type=Path, help="folder of the reader's model")
    options.add_argument("--batches", nargs="*", help="in place of the join batches")
    given = options.parse_args()
    folder = ROOT / "corpus"
    wanted = set(given.batches) if given.batches else None
    corpus = (
        load_corpus(folder, batches=wanted) if wanted else load_corpus(folder, split=Split.JOIN)
    )
    cases = [*(o for o in corpus.orders if o.labels), *corpus.clauses]
    told = partial(rows_of, folder=given.reader)
    with ProcessPoolExecutor() as pool:
        rows = [row for found in pool.map(told, cases, chunksize=4) for row in found]
    print(len(cases), "texts,", len(rows), "pairs")
    if given.check:
        check(rows)
    else:
        model = fit(rows)
        model.dump(WEIGHTS)
        print(len(model.weights), "signs")


@cache
def _reader(folder: Path | None) -> LearnedReader | None:
    return LearnedReader(folder) if folder else shipped_reader()


def rows_of(case: OrderCase | ClauseCase, folder: Path | None = None) -> list[Row]:
    """Every rule of a text whose status both readers could tell."""
    rulebook = load_rules()
    document = api.read_bytes(case.text.encode(), name="sample.txt")
    analysis = analyse(document, outline(document), rulebook.vocabulary)
    words = read(analysis, rulebook, _reader(folder)).words(rulebook.rules)
    paper = signs_of_paper(words)
    whole = isinstance(case, OrderCase)
    found = []
    for word in words:
        status, weight = _label(case, word.rule.id, banned=word.rule.kind == "prohibition")
        if status is not Status.UNDETERMINED:
            found.append(Row(case.batch, whole, signs(word, paper), status.value, weight))
    return found


def _label(case: OrderCase | ClauseCase, rule: str, *, banned: bool) -> tuple[Status, float]:
    if isinstance(case, OrderCase):
        return case.labels[rule].status, 1.0
    if rule in case.labels:
        return case.labels[rule], 1.0
    return (Status.MET if banned else Status.MISSING), UNLISTED


def fit(rows: list[Row]) -> Linear:
    """The model of these rows."""
    vectorizer = DictVectorizer(sparse=False)
    values = vectorizer.fit_transform([row.signs for row in rows])
    spread = np.maximum(values.std(axis=0), SPREAD)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(
        values / spread, [row.status for row in rows], sample_weight=[row.weight for row in rows]
    )
    weights = {
        str(sign): [float(w) for w in column]
        for sign, column in zip(
            vectorizer.get_feature_names_out(), (model.coef_ / spread).T, strict=True
        )
        if np.abs(column).max() >= SMALL
    }
    return Linear([str(name) for name in model.classes_], model.intercept_.tolist(), weights)


def check(rows: list[Row]) -> None:
    """Print how often the model is right on batches that it was not trained on."""
    print("left-out batches:", *(f"{name} {share:.3f}" for name, share in _shares(rows)))


def _shares(rows: list[Row]) -> Iterator[tuple[str, float]]:
    told: list[tuple[Row, str]] = []
    batches = [row.batch for row in rows]
    folds = min(FOLDS, len(set(batches)))
    for learned, asked in GroupKFold(folds).split(rows, groups=batches):
        model = fit([rows[n] for n in learned])
        for n in asked:
            chances = model.chances(rows[n].signs)
            told.append((rows[n], max(chances, key=lambda name: chances[name])))
    for name, wanted in (("orders", True), ("clauses", False)):
        chosen = [
            row.status == said for row, said in told if row.whole is wanted and row.weight == 1
        ]
        if chosen:
            yield f"{name} (n {len(chosen)})", sum(chosen) / len(chosen)


if __name__ == "__main__":
    main()
