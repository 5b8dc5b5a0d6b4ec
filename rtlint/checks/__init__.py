"""Few kinds of check: takes of the readers become assessments."""
