"""The words by which a court enacts, and what a sentence is by its own words.

``voice`` looks at one sentence only: "The Court finds …" is a finding wherever it stands,
unless the same sentence goes on to order something.
"""

import re

from rtlint.model.outline import Zone
from rtlint.structure.sentences import sentences
from rtlint.structure.wording import MODAL

_ADVERB = (
    r"(?:now|therefore|hereby|further|also|accordingly|so|thereby|and|then|thus|by\s+consent|"
    r"by\s+agreement(?:\s+of\s+the\s+parties)?|by\s+(?:the|this)\s+court),?"
)
ENACTS = re.compile(
    rf"\b(?:it|same)\s+is,?\s+(?:{_ADVERB}\s+){{0,5}}(?:ordered|adjudged|decreed|directed)\b"
    r"|\b[Ii][Tt]\s+[Ii][Ss]\b[^.;]{0,160}?\bORDERED\b"
    r"|\A\W{0,3}(?:and\s+)?(?:it\s+is\s+)?(?:further(?:more)?,?\s+)?ordered\b(?!\s+by)"
    rf"|\b(?:the|this)\s+(?:court|magistrate|referee|commissioner)\s+(?:{_ADVERB}\s+){{0,4}}"
    r"(?:orders|directs|decrees|(?:enters|makes|issues)\s+the\s+following\s+(?:\w+\s+)?orders?)\b"
    rf"|\bI\s+(?:am\s+|do\s+)?(?:{_ADVERB}\s+){{0,3}}(?:order|ordering|direct|directing)\b"
    r"|\bit\s+is\s+(?:also\s+|further\s+)?the\s+(?:\w+\s+)?(?:order|recommendation|decision|judgment|ruling)"
    r"\s+of\b"
    rf"|\bit\s+is\s+(?:{_ADVERB}\s+){{0,3}}recommended\s+that\b"
    r"|\b(?:the\s+)?following\s+(?:\w+\s+)?(?:orders?|terms|provisions)\s+(?:is|are|shall\s+be)\s+(?:hereby\s+)?"
    r"(?:entered|made|adopted|issued|ordered)"
    r"|\border\s+is\s+(?:hereby\s+)?(?:entered|made)\s+as\s+follows|\borders\s+as\s+follows\b"
    r"|\b(?:temporary\s+|interim\s+|final\s+)?orders?\s+(?:to|shall|will)\s+(?:go|issue)\b"
    r"|\b(?:the|this)\s+(?:court|magistrate|referee|commissioner)\b[^;]{0,300}?\b(?:and|,)\s+(?:hereby\s+)?"
    r"orders\s*(?:\([^()]{1,60}\)\s*)?:"
    r"|\badopts\s+(?:it|them|the\s+same)\s+as\s+(?:an?|the|its)\s+orders?(?:\s+of\s+(?:the|this)\s+court)?\b"
    r"|\b(?:it|this|the\s+same)\s+is\s+(?:hereby\s+)?made\s+(?:an?|the)\s+order\b"
    r"|\bI\s+(?:hereby\s+)?recommend\s+(?:the\s+following|as\s+follows)\b"
    r"|\b(?:court|and)\s+so\s+orders\b|\bmagistrate\s+decides\b",
    re.IGNORECASE,
)
STIPULATES = re.compile(
    r"\b(?:stipulat\w+|agree\w*|covenants?)\b[^.;]{0,80}?(?:\bas\s+follows|\bthe\s+following|"
    r"\bthat)\s*[:.—–-]+\s*\Z|\b(?:stipulate|agree)s?:\s*\Z"
    r"|\bfollowing\b[^.;]{0,40}\b(?:may|shall|will|can)\s+(?:be|become)\b[^.;]{0,20}\border\b"
    r"|\bit\s+is\s+(?:hereby\s+)?(?:stipulated|agreed)\b",
    re.IGNORECASE,
)
FINDS_NEXT = re.compile(
    r"\bmakes?\b[^.;]{0,60}\bfollowing\b[^.;]{0,40}\b(?:findings?|conclusions?)|"
    r"\bfinds?\b[^.;]{0,40}(?:\bas\s+follows|\bthe\s+following(?:\s+facts?)?|\bthat)\s*[:.]?\s*\Z|"
    r"\b(?:findings?|conclusions?)\b[^.;]{0,40}\bas\s+follows",
    re.IGNORECASE,
)
_ANNOUNCES = 3  # words that may follow the formula of a sentence that only announces orders
OPERATIVE = re.compile(
    r"\b(?:shall|must|will)\b|\b(?:is|are)\s+(?:hereby\s+|each\s+|both\s+|also\s+)?(?:ordered|directed|"
    r"required|appointed|authorized|enjoined|prohibited|restrained|denied|granted|vacated)\b"
    r"|\bremains?\s+in\s+(?:full\s+)?(?:force|effect)\b",
    re.IGNORECASE,
)
ARRANGES = re.compile(
    r"\b(?:may(?!\s+(?:have|be\s+(?:that|because)))|should|can|need\s+not|do(?:es)?\s+not)\b"
    r"|\b(?:is|are)\s+(?:\w+\s+)?(?:to|asked\s+to|expected\s+to|encouraged\s+to|free\s+to)\s+\w+"
    r"|\bagrees?\s+to\b",
    re.IGNORECASE,
)
"""Words of a sentence that settles what is to happen, where the text about it orders."""
PAST = re.compile(
    r"\b(?:was|were|had|did|said|thought|told|took|went|came|gave|saw|knew|felt|spoke|began|"
    r"has\s+been|have\s+been|has\s+\w+ed|have\s+\w+ed|(?!need)\w{2,}(?<!ne)ed)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells what happened; participles of a present passive are among them."""
_RECITES = re.compile(
    r"\A\W{0,3}(?:and\s+)?(?:whereas\b|(?:this|the)\s+(?:matter|cause|case|action)\b.{0,60}?\b(?:came|comes|"
    r"coming|having|was|is\s+before)\b|this\s+(?:matter|cause)\b|upon\s+(?:the\s+)?(?:consideration|motion|"
    r"petition|stipulation|hearing|review)\b|(?:the|this)\s+court,?\s+having\b|having\s+(?:heard|"
    r"considered|reviewed)\b|on\s+\w+\s+\d{1,2},?\s+\d{4},?\s+(?:the|this)\s+(?:court|matter|case)\b)",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\A\W{0,3}(?:(?:the|this)\s+(?:court|judge|order)\s+(?:had\s+|has\s+)?(?:previously|earlier|initially|"
    r"then|had)\s+\w+|[^.,;:]{0,60}?\b(?:was|were|had\s+been|has\s+been)\s+(?:previously\s+)?(?:ordered|"
    r"directed|required)\b|(?:on|in|by)\b[^.;:]{0,80}?\b(?:court|judge\s+\w+)\s+(?:previously\s+)?(?:ordered|"
    r"entered|directed|appointed|found|required)\b|[^.;:]{0,60}\bpreviously\s+ordered\b)",
    re.IGNORECASE,
)
_PAST_RULE = re.compile(
    r"\A\W{0,3}(?:under|by|in)\b[^.;:]{0,100}\b(?:ended|expired|lapsed|earlier|former|prior|previous)\b"
    r"[^.;:]{0,80}?\b(?:was|were|had)\b[^.;:]{0,30}\bthat\b",
    re.IGNORECASE,
)
_FINDS = re.compile(
    r"\A\W{0,3}(?:\w+,\s+|based\s+on[^.;]{0,80},\s+)?(?:(?:the|this)\s+court|the\s+undersigned|I(?=\s+(?:\w+ly\s+|therefore\s+|also\s+)?"
    r"(?:find|found|conclude|note|am\s+(?:satisfied|persuaded))\b))\s+"
    r"(?:\w+ly\s+|further\s+|also\s+|thus\s+|therefore\s+|has\s+|have\s+|am\s+|is\s+){0,3}"
    r"(?:finds?|found|notes?|noted|observes?|observed|satisfied|concludes?|concluded|persuaded|convinced|"
    r"heard|considered|reviewed|mindful|concerned|believes?|aware|credits?)\b",
    re.IGNORECASE,
)
_SPEAKER = (
    r"(?:the\s+)?(?:(?:custody\s+|court-appointed\s+|children's\s+|child's\s+|minor's\s+|maternal\s+|paternal\s+|"
    r"minor\s+|amicus\s+|parenting\s+)?(?:mother|father|wife|husband|plaintiff|defendant|petitioner|respondent|"
    r"applicant|parent|party|guardian\s+ad\s+litem|gal|evaluator|investigator|counsel|attorney|"
    r"grandmother|grandfather|grandparents|child|children|school|witness\w*|coordinator|facilitator)"
    r"(?:\s+for\s+(?:[\w'’]+\s+){0,4}[\w'’]+?)?)(?:,[^,;]{1,60},)?"
)
_SAID = (
    r"(?:testif(?:y|ies|ied)|state[sd]|said|says|submit(?:s|ted)|reported|told|took\s+the\s+position|"
    r"alleg(?:e|es|ed)|contend(?:s|ed)?|argue[sd]?|"
    r"request(?:s|ed)?|ask(?:s|ed)|propos(?:es|ed)|claim(?:s|ed)?|maintain(?:ed|s\s+that)|assert(?:s|ed)?|"
    r"seeks|sought|oppos(?:es|ed)|object(?:s|ed)|believe[sd]?|complain(?:s|ed)|recommend(?:s|ed)|"
    r"suggest(?:s|ed)|urge[sd]|opined?s?|moved|petitioned|filed|wish(?:es|ed)|want(?:s|ed)|offered|"
    r"was\s+of\s+the\s+view)"
)
_CONTENDS = re.compile(
    rf"\A\W{{0,3}}(?:[^.,;:]{{1,60}},\s+)?{_SPEAKER}\s+(?:\w+ly\s+|also\s+|further\s+|both\s+|has\s+|have\s+|"
    rf"had\s+|then\s+){{0,3}}{_SAID}\b|\A\W{{0,3}}(?:Dr|Mr|Ms|Mrs)\.\s+\w+(?:\s+\w+)?(?:,[^,;.]{{1,60}},)?\s+(?:\w+ly\s+|also\s+|"
    r"further\s+|has\s+|had\s+){0,2}(?:testified|stated|reported|alleged|contended|argued|requested|proposed|"
    r"recommended|suggested|opined|offered|asked|wanted|sought|opposed|told|believed|said|urged|objected)\b|"
    r"\A\W{0,3}It\s+(?:is|was)\s+(?:\w+['’]?s?\s+){1,3}(?:opinion|view|position|belief|contention)\s+that\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\A\W{0,3}(?:if|when|whenever|where|unless|should|until|once|what|any)\b", re.IGNORECASE
)
_DEFINES = re.compile(
    r"(?:\A|,\s+|\bterm\s+)[\"“][^\"”]{1,80}[\"”]\s+(?:as\s+used\s+(?:herein|in\s+this\s+\w+)\s+)?(?:shall\s+)?"
    r"(?:means?|refers?\s+to|includes?|has\s+the\s+meaning)\b",
    re.IGNORECASE,
)
_ALSO_ORDERS = re.compile(
    rf"(?:,|;|\band|\bbut)\s+(?:\w+ly,?\s+|therefore,?\s+|so\s+|it\s+|hereby\s+|the\s+court\s+){{0,4}}(?:orders|"
    rf"directs|is\s+(?:hereby\s+|therefore\s+)?ordered)\b|;\s+(?:\w+,\s+)?[^;]{{0,60}}\b{MODAL}\b",
    re.IGNORECASE,
)


def enacts(sentence: str) -> bool:
    """The sentence holds an enacting formula."""
    return ENACTS.search(sentence) is not None


def opens_decree(paragraph: str) -> bool:
    """The paragraph orders in its first sentence, or ends by announcing what is ordered."""
    formula = ENACTS.search(paragraph)
    if formula is None:
        return False
    spoken = sentences(paragraph, 0, len(paragraph))
    if formula.start() < spoken[0][1] or paragraph.rstrip()[-1:] in ":—–":
        return True
    last = paragraph[slice(*spoken[-1])]
    announced = ENACTS.search(last)
    return announced is not None and len(last[announced.end() :].split()) <= _ANNOUNCES


def voice(sentence: str) -> Zone | None:
    """Recital, finding or definition where the sentence is plainly that by itself."""
    if enacts(sentence):
        return None
    if _DEFINES.search(sentence[:200]):
        return Zone.DEFINITION
    if _CONDITION.match(sentence) or _ALSO_ORDERS.search(sentence):
        return None
    if _RECITES.match(sentence):
        return Zone.RECITAL
    if _FINDS.match(sentence):
        return Zone.FINDING
    if _CONTENDS.match(sentence):
        return Zone.FINDING
    if _PAST_RULE.match(sentence):
        return Zone.RECITAL
    if _HISTORY.match(sentence) and not re.search(r"\b(?:shall|must)\b", sentence):
        return Zone.RECITAL
    return None
