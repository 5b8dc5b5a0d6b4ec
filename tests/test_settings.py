"""Settings files: what they hold, which of them counts, where every value came from."""

from datetime import date
from pathlib import Path

import pytest

from rtlint.errors import RuleError
from rtlint.model.limits import LIMITS, Limits
from rtlint.model.report import Severity
from rtlint.settings import Settings, nearest, read_settings

WHOLE = """
select = ["RT5", "RT9"]
ignore = ["RT904"]
fail-on = "warning"
rules = ["our-rules"]
filed = 2026-03-01
model = false

[severity]
RT905 = "info"

[names]
therapist = ["Dr. Wu", "Wu"]

[limits]
pages = 900
memory-mb = 2048
"""


def written(folder: Path, text: str, name: str = "rtlint.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_whole_file_is_read_and_each_value_knows_its_line(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, WHOLE))
    assert settings.select == ("RT5", "RT9")
    assert settings.ignore == ("RT904",)
    assert settings.fail_on == "warning"
    assert settings.rules == (tmp_path / "our-rules",)
    assert settings.filed == date(2026, 3, 1)
    assert settings.model is False
    assert settings.severity == {"RT905": Severity.INFO}
    assert settings.names == {"therapist": ("Dr. Wu", "Wu")}
    assert settings.source("fail_on") == "rtlint.toml, line 4"
    assert settings.source("names") == "rtlint.toml, line 12"
    assert settings.reading == Limits(pages=900, memory_bytes=2048 * 1024 * 1024)
    assert settings.source("limits.memory-mb") == "rtlint.toml, line 17"
    assert settings.source("limits.cpu-seconds") == "default"


def test_the_table_in_pyproject_is_the_same(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.rtlint]\nignore = ["RT7"]\n'
    path = written(tmp_path, text, "pyproject.toml")
    assert nearest(tmp_path) == path
    settings = read_settings(path)
    assert settings.ignore == ("RT7",)
    assert settings.source("ignore") == "pyproject.toml, line 5"


def test_the_nearest_file_counts_and_a_foreign_pyproject_does_not(tmp_path: Path) -> None:
    inner = tmp_path / "matter" / "drafts"
    inner.mkdir(parents=True)
    outer = written(tmp_path, 'ignore = ["RT7"]')
    written(inner, '[project]\nname = "x"\n', "pyproject.toml")
    assert nearest(inner) == outer
    nearer = written(inner.parent, "")
    assert nearest(inner) == nearer


def test_options_win_and_say_so() -> None:
    file = Settings(ignore=("RT7",), names={"mother": ("A",)}, sources={"ignore": "rtlint.toml"})
    settings = file.overridden({"fail_on": "info", "ignore": (), "names": {"father": ("B",)}})
    assert settings.fail_on == "info"
    assert settings.source("fail_on") == "option --fail-on"
    assert settings.ignore == ("RT7",)
    assert settings.source("ignore") == "rtlint.toml"
    assert settings.names == {"mother": ("A",), "father": ("B",)}
    assert settings.source("select") == "default"


def test_limits_given_as_options_win_one_by_one() -> None:
    file = Settings(
        limits={"pages": 9, "parts": 7},
        sources={"limits": "rtlint.toml", "limits.pages": "a", "limits.parts": "b"},
    )
    settings = file.overridden({"limits": {"pages": 3}})
    assert settings.reading == Limits(pages=3, parts=7)
    assert settings.source("limits.pages") == "option --limit"
    assert settings.source("limits.parts") == "b"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignor = ["RT7"]', r'line 1: unknown key "ignor" in the settings; did you mean "ignore"'),
        ('\nfail-on = "never ever"', r'line 2: unknown word "never ever"; use error, warning'),
        ('[severity]\nRT905 = "mild"', r'line 2: unknown word "mild"; use info, warning, error'),
        ('filed = "tomorrow"', r'line 1: "filed" must be a date: 2026-03-01'),
        ('[names]\njudge = ["X"]', r'line 2: unknown key "judge" in names'),
        ('severity = "info"', r'line 1: "severity" must be a table'),
        ('model = "no"', r'line 1: "model" must be true or false'),
        ("ignore = [", r"not valid TOML"),
        ("[limits]\npage = 3", r'line 2: There is no limit "page"; there are file-mb, pages'),
        ("[limits]\npages = 0", r'line 2: The limit "pages" must be a whole number, 1 or more'),
        ("[limits]\nmemory-mb = 64", r'"memory-mb" must be a whole number, 128 or more'),
        ("limits = 3", r'line 1: "limits" must be a table'),
    ],
)
def test_what_means_nothing_is_refused_with_the_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        read_settings(written(tmp_path, text))


def test_every_limit_can_be_set_by_its_name() -> None:
    doubled = {key: 2 * number for key, number in Limits().shown().items()}
    assert Limits().changed(doubled).shown() == doubled
    assert {name.field for name in LIMITS.values()} == set(Limits.__dataclass_fields__)
