"""Word files made for one test each: python-docx makes the file, the body is given as XML."""

import io
import re
import zipfile
from collections.abc import Mapping

import docx
from docx.oxml import parse_xml

from rtlint.model.document import Document
from rtlint.read import read_bytes

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(*runs: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{"".join(runs)}</w:ins>'


def gone(text: str) -> str:
    return (
        '<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">'
        f"{text}</w:delText></w:r></w:del>"
    )


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(r(text), properties=number)


def level(depth: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, more: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return (
        f'<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}'
        f"</w:abstractNum>{more}</w:numbering>"
    )


def word(*body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A DOCX whose body is these paragraphs; ``parts`` replace or add parts by name."""
    document = docx.Document()
    for element in list(document.element.body):
        document.element.body.remove(element)
    for element in parse_xml(f"<w:body {_SPACES}>{''.join(body)}</w:body>"):
        document.element.body.append(element)
    file = io.BytesIO()
    document.save(file)
    return with_parts(file.getvalue(), parts or {})


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The package with these parts; footnotes and comments are also made known to the document."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = _related(content.decode(), parts)
            if name not in parts:
                new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name, content, compress_type=zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _related(rels: str, parts: Mapping[str, str | bytes]) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    for name in parts:
        stem = re.fullmatch(r"word/(footnotes|endnotes|comments|header1)\.xml", name)
        if stem:
            told = kind + stem[1].rstrip("1")
            more = f'<Relationship Id="x{stem[1]}" Type="{told}" Target="{stem[1]}.xml"/>'
            rels = rels.replace("</Relationships>", more + "</Relationships>")
    return rels


def story(root: str, *content: str) -> str:
    """A part such as ``footnotes`` with this content."""
    return f"<w:{root} {_SPACES}>{''.join(content)}</w:{root}>"


def reading(*body: str, parts: Mapping[str, str | bytes] | None = None, **options: object):
    return read_bytes(word(*body, parts=parts), name="order.docx", **options)


def texts(document: Document) -> list[str]:
    return [document.text[each.start : each.end] for each in document.paragraphs]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]
