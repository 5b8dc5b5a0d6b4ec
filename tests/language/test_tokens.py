"""Tokens of texts that no one writes in earnest."""

import pytest

from rtlint.api import audit_text

DUTY = "Both parents shall participate in reunification therapy with Dr. Castellan."


@pytest.mark.parametrize("endless", ["(" * 60_000, "x" * 300_000, "a-" * 60_000])
def test_a_word_without_end_keeps_nobody_waiting(endless: str) -> None:
    """Where the time of a step grows with the square of a word's length, this takes minutes."""
    report = audit_text(f"{DUTY}\n\n{endless}", name="order.txt", model=False)
    met = {found.rule for found in report.assessments if found.status.value == "met"}
    assert "RT101" in met
