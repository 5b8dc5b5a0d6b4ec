"""Train the model that tells people's roles: corpus/roles → rtlint/language/people/weights.json.

    python scripts/train_people.py [--check]

Needs the extra ``train`` (scikit-learn). Learns from the orders of develop batches that have a
file in corpus/roles; ``--check`` writes nothing and prints how often the model, trained on four
fifths of the batches, tells a person of the last fifth. Takes a minute.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from rtlint import api
from rtlint.evaluation.corpus import Split, load_corpus
from rtlint.language.lexicon import lexicon_for
from rtlint.language.naming import learn_names
from rtlint.language.people.roles import People
from rtlint.language.people.telling import NOBODY, WEIGHTS
from rtlint.language.tokens import TokenizedText
from rtlint.model.linear import Linear
from rtlint.rulebook import load_rules
from rtlint.structure import outline

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
SEEN = 4  # a sign counts from this many people on
STRENGTH = 0.3  # inverse of the regularisation
SMALL = 0.02  # weights below this are left out
MERGED = {
    "parent_1": "parent",
    "parent_2": "parent",
    "counsel_1": "counsel",
    "counsel_2": "counsel",
}


@dataclass(frozen=True)
class Known:
    """A person of the corpus: batch, signs and true role."""

    batch: str
    signs: frozenset[str]
    role: str


def main() -> None:
    """Train and write, or check."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    known = list(people_of_corpus())
    print(len(known), "people", dict(Counter(person.role for person in known)))
    if options.parse_args().check:
        check(known)
        return
    model, vectorizer = fit(known)
    signs = vectorizer.get_feature_names_out()
    weights = {
        str(sign): [float(w) for w in column]
        for sign, column in zip(signs, model.coef_.T, strict=True)
        if np.abs(column).max() >= SMALL
    }
    Linear([str(role) for role in model.classes_], model.intercept_.tolist(), weights).dump(WEIGHTS)
    print(len(weights), "signs")


def people_of_corpus() -> Iterator[Known]:
    """Everybody named in the develop orders whose people are labelled."""
    vocabulary = load_rules().vocabulary
    texts = {order.id: order for order in load_corpus(ROOT / "corpus", split=Split.DEVELOP).orders}
    for path in sorted((ROOT / "corpus" / "roles").glob("*.toml")):
        for name, table in tomllib.loads(path.read_text("utf-8")).items():
            if name not in texts:
                continue
            document = api.read_bytes(texts[name].text.encode(), name=f"{name}.txt")
            text = TokenizedText(document.text)
            hits = lexicon_for(vocabulary).hits(text)
            names = learn_names(text, document.text, hits, vocabulary)
            people = People(document.text, text, hits, outline(document), vocabulary, names)
            roles = _true_roles(table)
            for person in people.persons:
                found = Counter(
                    roles[form.lower()] for form in people.forms(person) if form.lower() in roles
                )
                role = found.most_common(1)[0][0] if found else NOBODY
                yield Known(path.stem, frozenset(people.signs(person)), role)


def _true_roles(table: dict[str, Any]) -> dict[str, str]:
    return {
        " ".join(form.split()).lower(): MERGED.get(role, role)
        for role, forms in table.items()
        for form in forms
    }


def fit(known: list[Known]) -> tuple[LogisticRegression, DictVectorizer]:
    """The model and the signs it knows."""
    seen = Counter(sign for person in known for sign in person.signs)
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(
        {sign: 1 for sign in sorted(person.signs) if seen[sign] >= SEEN} for person in known
    )
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    model.fit(rows, [person.role for person in known])
    return model, vectorizer


def check(known: list[Known]) -> None:
    """Print recall and precision by role, every fifth of the batches told by the others."""
    batches = sorted({person.batch for person in known})
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for fold in range(FOLDS):
        out = set(batches[fold::FOLDS])
        model, vectorizer = fit([person for person in known if person.batch not in out])
        asked = [person for person in known if person.batch in out]
        answers = model.predict(
            vectorizer.transform(dict.fromkeys(person.signs, 1) for person in asked)
        )
        told.update(str(answer) for answer in answers)
        right.update(p.role for p, answer in zip(asked, answers, strict=True) if answer == p.role)
    true = Counter(person.role for person in known)
    print(f"right {sum(right.values()) / len(known):.3f} of {len(known)}")
    for role in sorted(true):
        recall, precision = right[role] / true[role], right[role] / told[role]
        print(f"{role}: recall {recall:.2f}, precision {precision:.2f}")


if __name__ == "__main__":
    main()
