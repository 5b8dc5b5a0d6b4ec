"""The part that touches PDF files: it runs in a child process and prints plain records.

It must not import the rest of rtlint: the child starts with an empty path and only this folder,
which keeps its start at some thirty milliseconds and its reach small.
"""
