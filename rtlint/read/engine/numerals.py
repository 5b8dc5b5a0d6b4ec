"""Numbers as lists show them: a, iv, First."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_SYMBOLS = "*†‡§"


def roman(number: int) -> str:
    """Lower-case Roman numerals; figures where they would grow without end."""
    if not 0 < number < 5000:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def letter(number: int) -> str:
    """a … z, aa, bb …: Word and LibreOffice double the letter instead of counting on."""
    if not 0 < number <= 26 * 20:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def counted_letter(number: int) -> str:
    """a … z, aa, ab …: as web browsers count."""
    text = ""
    while 0 < number < 10**6:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text or str(number)


def in_words(number: int) -> str:
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def ordinal_in_words(number: int) -> str:
    words = in_words(number)
    head, dash, last = words.rpartition("-")
    last = last[:-1] + "ieth" if last.endswith("ty") else _ORDINALS.get(last, last + "th")
    return head + dash + last if not words.isdecimal() else ordinal(number)


def ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def symbol(number: int) -> str:
    """*, †, ‡, §, **, … as footnotes are called."""
    if not 0 < number < 40:
        return str(number)
    return _SYMBOLS[(number - 1) % 4] * ((number - 1) // 4 + 1)
