"""Small pure steps after the rules: fingerprint, grade, suggest, accept, compare."""
