"""Pages made into pictures, as good or as bad as scanners make them."""

import io
import random
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

# ruff: noqa: S311 - chance hides nothing here


class Scan(NamedTuple):
    """How a scan differs from the page."""

    dpi: int
    skew: float = 0.0  # degrees
    blur: float = 0.0  # pixels
    noise: int = 0  # of 255
    bilevel: bool = False


SCANS = {
    "scan-300": Scan(300),
    "scan-300-worn": Scan(300, skew=0.7, blur=0.8, noise=40),
    "scan-200-worn": Scan(200, skew=-0.9, blur=0.7, noise=40),
    "scan-150-fax": Scan(150, skew=0.4, bilevel=True),
}


def scanned(data: bytes, scan: Scan) -> bytes:
    """The PDF's pages as pictures without text."""
    dice = random.Random(7)
    pictures = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=scan.dpi / 72, grayscale=True).to_pil().convert("L")
            picture = picture.rotate(scan.skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
            if scan.blur:
                picture = picture.filter(ImageFilter.GaussianBlur(scan.blur))
            if scan.noise:
                grain = Image.frombytes(
                    "L", picture.size, dice.randbytes(picture.width * picture.height)
                )
                grain = grain.point(lambda value: value * scan.noise // 255)
                picture = ImageChops.subtract(picture, grain)
            pictures.append(picture.convert("1") if scan.bilevel else picture)
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=scan.dpi)
    return file.getvalue()
