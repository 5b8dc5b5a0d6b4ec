"""Ways to write down how two drafts differ; the same bytes for the same two documents."""

from rtlint.reporters.comparison.html import render_html
from rtlint.reporters.comparison.json import render_json
from rtlint.reporters.comparison.text import render_text
from rtlint.reporters.format import Form

COMPARISONS = {
    form.name: form
    for form in (
        Form("text", ".txt", render_text),
        Form("html", ".html", render_html),
        Form("json", ".json", render_json),
    )
}
