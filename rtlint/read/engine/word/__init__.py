"""Word files (DOCX): read from their XML as a person reads the page they print."""
