"""Papers as citizens attach them, made byte by byte."""

import struct
import zlib

SIGN = b"LYLICH-THU-NGHIEM-VI-RUT-7F3A9C"


def chunk(name, content):
    body = name + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def png(width=40, height=60, extra=b"", bulk=0):
    rows = b"".join(b"\0" + bytes([90, 140, 200]) * width for _ in range(min(height, 4000)))
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    text = chunk(b"teXt", b"k\0" + b"x" * bulk) if bulk else b""
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + extra + text
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def pdf(extra=b"", trailer=b""):
    return (
        b"%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj\n" + extra
        + b"\nxref\n0 1\n0000000000 65535 f \ntrailer <</Size 4/Root 1 0 R" + trailer
        + b">>\nstartxref\n9\n%%EOF\n"
    )


def attach(citizen, content, name="giay-to.png", purpose="other", place=None):
    page = citizen.browser.get(f"{place or '/drafts/' + citizen.draft}/papers")
    assert page.status == 200, page.text[:500]
    form = page.form(field="purpose")
    # As browsers do: the file part says another type than the content has.
    return form.submit({"purpose": purpose}, files={"file": (name, content, "text/html")})


def standings(page):
    return [str(found) for found in page.dom.xpath("//@data-paper")]
