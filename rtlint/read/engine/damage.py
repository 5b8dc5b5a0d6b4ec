"""Whether a file has been damaged in a place its reader would pass over in silence.

PDFium opens a file with flipped bits and gives what little text is left, without a word. Most
content is deflated, and deflated data carries its own checksum.
"""

import re
import zlib

_STREAM = re.compile(rb"<<([^<>]*(?:<<[^<>]*>>[^<>]*)*)>>\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
_MOST_BYTES = 64 * 1024 * 1024  # inflated; a bomb is for the limits to stop
_STEP = 1024 * 1024


def is_damaged(data: bytes) -> bool:
    """Whether some deflated stream does not inflate to its end."""
    if b"/Encrypt" in data:
        return False
    budget = _MOST_BYTES
    for match in _STREAM.finditer(data):
        entry = match[1]
        if b"/FlateDecode" not in entry or b"85Decode" in entry:
            continue
        length = _LENGTH.search(entry)
        # The length may stand in another object; the mark at the stream's end will do then.
        end = match.end() + int(length[1]) if length else data.find(b"endstream", match.end())
        inflated = _inflate(data[match.end() : end], budget)
        if inflated is None:
            return True
        budget -= inflated
        if budget <= 0:
            return False
    return False


def _inflate(stream: bytes, budget: int) -> int | None:
    """How many bytes the stream inflates to, None where it breaks off."""
    inflater = zlib.decompressobj()
    total = 0
    try:
        while stream and not inflater.eof:
            total += len(inflater.decompress(stream, _STEP))
            stream = inflater.unconsumed_tail
            if total > budget:
                return total
    except zlib.error:
        return None
    return total if inflater.eof else None
