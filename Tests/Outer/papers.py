"""What other people's programs say of our papers: pyHanko, pdfsig, Preflight, zbar."""

import random
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from program import PROJECT, need


def pyhanko(pdf_path, root_path):
    """The status of each signature, validated against our root alone. pyHanko runs an event loop,
    and so does an open browser: no thread has two."""
    with ThreadPoolExecutor(max_workers=1) as other:
        return other.submit(examined, pdf_path, root_path).result()


def examined(pdf_path, root_path):
    roots = list(load_certs_from_pemder([str(root_path)]))
    with open(pdf_path, "rb") as file:
        reader = PdfFileReader(file)
        return [
            validate_pdf_signature(
                signature,
                ValidationContext(trust_roots=roots, allow_fetching=False),
                ts_validation_context=ValidationContext(trust_roots=roots, allow_fetching=False),
            )
            for signature in reader.embedded_regular_signatures
        ]


def accepted(pdf_path, root_path):
    """Whether pyHanko accepts the paper as one that both signed, unchanged since."""
    try:
        statuses = pyhanko(pdf_path, root_path)
    except Exception:  # a paper that cannot be read is not accepted
        return False
    return (
        len(statuses) == 2
        and all(s.bottom_line and s.intact and s.valid and s.trusted for s in statuses)
        and all(
            s.modification_level in (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES,
                                     ModificationLevel.FORM_FILLING)
            for s in statuses
        )
        and statuses[-1].modification_level == ModificationLevel.NONE
    )


def containers(pdf):
    """The byte ranges of the signatures' own containers: the gaps of each /ByteRange."""
    found = []
    for match in re.finditer(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf):
        start, length, after, _ = map(int, match.groups())
        found.append(range(start + length, after))
    return found


def flips(pdf, count, seed):
    """Copies with one bit changed outside the containers, each with its place."""
    dice = random.Random(seed)
    inside = containers(pdf)
    while count:
        place = dice.randrange(len(pdf))
        if any(place in container for container in inside):
            continue
        bit = dice.randrange(8)
        changed = bytearray(pdf)
        changed[place] ^= 1 << bit
        yield f"byte {place}, bit {bit}", bytes(changed)
        count -= 1


def pdfsig(pdf_path, root_path, folder):
    """What pdfsig says with a certificate store that trusts our root alone."""
    store = folder / "nss"
    if not store.exists():
        store.mkdir()
        certutil = need("certutil")
        where = ["-d", f"sql:{store}"]
        subprocess.run(
            [certutil, "-N", "--empty-password", *where], check=True, capture_output=True
        )
        subprocess.run(
            [certutil, "-A", "-n", "root", "-t", "CT,C,C", "-i", str(root_path), *where],
            check=True, capture_output=True,
        )
    result = subprocess.run(
        [need("pdfsig"), "-nssdir", f"sql:{store}", str(pdf_path)],
        capture_output=True, text=True, timeout=60,
    )
    return result.stdout


def preflight(pdf_path):
    """Apache Preflight's verdict on PDF/A-1b."""
    return subprocess.run(
        [str(PROJECT / "scripts/preflight"), str(pdf_path)],
        capture_output=True, text=True, timeout=120,
    )


def text(pdf_path):
    result = subprocess.run(
        [need("pdftotext"), "-layout", str(pdf_path), "-"],
        capture_output=True, text=True, check=True, timeout=60,
    )
    return result.stdout


def picture(pdf_path, stem, dots=200):
    """The first page as PNG."""
    subprocess.run(
        [need("pdftoppm"), "-r", str(dots), "-png", "-singlefile", str(pdf_path), str(stem)],
        check=True, capture_output=True, timeout=60,
    )
    return stem.parent / (stem.name + ".png")


def last_page(pdf_path, stem, dots=200):
    """The last page as PNG: where the signatures and the QR are."""
    subprocess.run(
        [need("pdftoppm"), "-r", str(dots), "-png", str(pdf_path), str(stem)],
        check=True, capture_output=True, timeout=60,
    )
    return sorted(stem.parent.glob(stem.name + "-*.png"))[-1]


def qr_texts(png_path):
    result = subprocess.run(
        [need("zbarimg"), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(png_path)],
        capture_output=True, text=True, timeout=60,
    )
    return result.stdout.splitlines()
