"""The peer of `lylich bench issue`: reportlab draws the certificate, pyHanko signs it PAdES B-B.

The key is parsed once and kept (pyHanko as shipped parses it at every signature, which would
make the comparison with RSA unfair to it). Each certificate is committed durably to SQLite with
its journal line and its note in the outbox, as the program does. Prints one JSON object.
"""

import argparse
import datetime
import hashlib
import io
import json
import os
import resource
import sys
import tempfile
import time
import warnings

import zxingcpp
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

import journal

FONTS = "/usr/share/fonts/truetype/croscore"
QR_TEXT = ("6BFOXN%TSMAHN-HX7M*EJPQ3*I-:Q7AO:B8 XKW/5B2" * 7)[:281]
IDENTITY = [
    ("1. Họ và tên", "NGUYỄN THỊ MẪU"),
    ("2. Giới tính", "Nữ"),
    ("3. Ngày, tháng, năm sinh", "02/09/1990"),
    ("4. Nơi sinh", "Phường Cái Khế, quận Ninh Kiều, thành phố Cần Thơ"),
    ("5. Quốc tịch", "Việt Nam"),
    ("6. Số định danh cá nhân", "092190000000"),
    ("7. Nơi thường trú", "Số 1 đường Mẫu, phường An Cư, quận Ninh Kiều, thành phố Cần Thơ"),
]


class FastQR(Flowable):
    """The QR made by zxing-cpp, in C++: what a peer does who minds reportlab's forty
    milliseconds of pure Python for the same code."""

    def __init__(self):
        super().__init__()
        self.width = self.height = 110

    def draw(self):
        code = zxingcpp.create_barcode(QR_TEXT, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        image = code.to_image(scale=1, add_quiet_zones=False)
        cells = memoryview(image)  # no copy: the image must outlive it
        size = cells.shape[0]
        step = self.width / size
        path = self.canv.beginPath()
        for row in range(size):
            for column in range(size):
                if cells[row, column] == 0:
                    path.rect(column * step, self.height - (row + 1) * step, step, step)
        self.canv.drawPath(path, stroke=0, fill=1)


def new_key(kind):
    if kind == "p256":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65537, {"rsa2048": 2048, "rsa3072": 3072}[kind])


def self_signed(key):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Peer BẢN MẪU")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )


class CachedKeySigner(signers.SimpleSigner):
    """pyHanko's signer with its key parsed once."""

    def __init__(self, key, certificate):
        der = certificate.public_bytes(serialization.Encoding.DER)
        plain = key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        super().__init__(
            signing_cert=asn1_x509.Certificate.load(der),
            signing_key=asn1_keys.PrivateKeyInfo.load(plain),
            cert_registry=SimpleCertificateStore(),
        )
        self.kept = key

    def sign_raw(self, data, digest_algorithm):
        if isinstance(self.kept, rsa.RSAPrivateKey):
            return self.kept.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return self.kept.sign(data, ec.ECDSA(hashes.SHA256()))


def style(name, **more):
    return ParagraphStyle(name, **({"fontName": "Tinos", "fontSize": 13, "leading": 18} | more))


class Certificate:
    """The sheet: header, title, legal basis, identity, record section, QR and signatory."""

    def __init__(self):
        for face in ["Regular", "Bold", "Italic"]:
            name = "Tinos" if face == "Regular" else f"Tinos-{face}"
            pdfmetrics.registerFont(TTFont(name, f"{FONTS}/Tinos-{face}.ttf"))
        self.text = style("text")
        self.centre = style("centre", alignment=1)
        self.bold = style("bold", fontName="Tinos-Bold", alignment=1)
        self.italic = style("italic", fontName="Tinos-Italic", alignment=1)
        self.title = style("title", fontName="Tinos-Bold", fontSize=16, leading=24, alignment=1)

    def qr(self, by):
        if by == "zxing":
            return FastQR()
        widget = QrCodeWidget(QR_TEXT, barLevel="M")
        drawing = Drawing(110, 110)
        drawing.add(widget)
        return drawing

    def story(self, number, judgments, qr):
        head = Table(
            [
                [
                    [
                        Paragraph("ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", self.centre),
                        Paragraph("SỞ TƯ PHÁP", self.bold),
                        Paragraph(f"Số: {number}/STP-LLTP", self.centre),
                    ],
                    [
                        Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", self.bold),
                        Paragraph("Độc lập - Tự do - Hạnh phúc", self.bold),
                        Paragraph("Cần Thơ, ngày 21 tháng 11 năm 2026", self.italic),
                    ],
                ]
            ],
            colWidths=[220, 270],
        )
        rows = [[Paragraph(k, self.text), Paragraph(v, self.text)] for k, v in IDENTITY]
        identity = Table(rows, colWidths=[190, 300])
        story = [
            head,
            Spacer(1, 12),
            Paragraph("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1", self.title),
            Paragraph("Căn cứ Luật Lý lịch tư pháp ngày 17 tháng 6 năm 2009;", self.italic),
            Paragraph("Căn cứ Nghị định số 111/2010/NĐ-CP ngày 23 tháng 11 năm 2010;", self.italic),
            Paragraph("XÁC NHẬN:", self.bold),
            identity,
        ]
        if judgments == 0:
            story.append(Paragraph("8. Tình trạng án tích: Không có án tích", self.text))
        else:
            story.append(Paragraph("8. Tình trạng án tích: Có án tích", self.text))
            story += [self.judgment(index) for index in range(judgments)]
        left = [] if qr == "no" else [self.qr(qr)]
        left.append(Paragraph("Quét mã QR để xác thực", self.italic))
        right = [
            Paragraph("GIÁM ĐỐC", self.bold),
            Paragraph("(Đã ký số)", self.italic),
            Spacer(1, 40),
            Paragraph("Trần Văn Mẫu", self.bold),
        ]
        story += [Spacer(1, 18), Table([[left, right]], colWidths=[220, 270])]
        return story

    def judgment(self, index):
        rows = [
            ("Bản án", f"Số {index + 1}/2019/HS-ST ngày 12/03/2019 của TAND quận Ninh Kiều"),
            ("Tội danh, điều khoản", "Trộm cắp tài sản, Điều 173 khoản 1 Bộ luật Hình sự 2015"),
            ("Hình phạt chính", "18 tháng tù"),
            ("Hình phạt bổ sung", "Không"),
        ]
        table = Table(
            [[Paragraph(k, self.text), Paragraph(v, self.text)] for k, v in rows],
            colWidths=[150, 340],
        )
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
        return table

    def render(self, number, judgments, qr):
        out = io.BytesIO()
        document = SimpleDocTemplate(
            out, pagesize=A4, leftMargin=50, rightMargin=50, topMargin=40, bottomMargin=40,
            title="Phiếu lý lịch tư pháp số 1", lang="vi",
        )
        document.build(self.story(number, judgments, qr))
        return out.getvalue()


def sign(pdf, signer, signatures):
    for step in ["leader", "seal"][:signatures]:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        meta = signers.PdfSignatureMetadata(
            field_name=step, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        pdf = signers.sign_pdf(writer, meta, signer, bytes_reserved=16384).getvalue()
    return pdf


def open_store(folder):
    db = journal.sqlite(os.path.join(folder, "peer.db"))
    for statement in journal.SCHEMA:
        db.execute(statement.format(**journal.SQLITE))
    db.execute(
        "CREATE TABLE IF NOT EXISTS certificates (number INTEGER PRIMARY KEY,"
        " intent TEXT NOT NULL, digest TEXT, pdf BLOB)"
    )
    return db


def issue(db, sheet, signer, number, options):
    """Intent before act, as in the program: the bytes to be signed are committed first."""
    drawn = sheet.render(number, options.judgments, options.qr)
    db.execute("BEGIN IMMEDIATE")
    intent = hashlib.sha256(drawn).hexdigest()
    db.execute("INSERT INTO certificates (number, intent) VALUES (?, ?)", (number, intent))
    db.execute("COMMIT")
    signed = sign(drawn, signer, options.signatures)
    digest = hashlib.sha256(signed).hexdigest()
    facts = {"number": number, "digest": digest}
    row = journal.line("worker", str(number), "issued", facts)
    db.execute("BEGIN IMMEDIATE")
    db.execute(
        "UPDATE certificates SET digest = ?, pdf = ? WHERE number = ?", (digest, signed, number)
    )
    db.execute(
        "INSERT INTO peer_journal (at, actor, subject, kind, payload, salt, leaf)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    db.execute("INSERT INTO peer_outbox (topic, body) VALUES (?, ?)", ("mail", str(number)))
    db.execute("COMMIT")
    return signed


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measure(options, folder):
    key = new_key(options.key)
    signer = CachedKeySigner(key, self_signed(key))
    sheet = Certificate()
    db = open_store(folder)
    for number in range(1, 4):
        last = issue(db, sheet, signer, number, options)
    began, cpu = time.monotonic(), cpu_seconds()
    issued = 0
    while time.monotonic() - began < options.seconds:
        last = issue(db, sheet, signer, 4 + issued, options)
        issued += 1
    wall, cpu = time.monotonic() - began, cpu_seconds() - cpu
    if options.keep:
        with open(options.keep, "wb") as file:
            file.write(last)
    return {
        "peer": "reportlab + pyHanko, key kept",
        "key": options.key,
        "signatures": options.signatures,
        "judgments": options.judgments,
        "qr": options.qr,
        "issued": issued,
        "cpu_seconds": round(cpu, 3),
        "wall_seconds": round(wall, 3),
        "per_cpu_second": round(issued / cpu, 2),
        "per_wall_second": round(issued / wall, 2),
        "pdf_bytes": len(last),
        "peak_memory_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--key", choices=["p256", "rsa2048", "rsa3072"], default="p256")
    parser.add_argument("--signatures", type=int, choices=[1, 2], default=2)
    parser.add_argument("--judgments", type=int, default=0)
    parser.add_argument("--qr", choices=["reportlab", "zxing", "no"], default="reportlab")
    parser.add_argument("--keep", help="write the last certificate to this file")
    parser.add_argument("--folder", help="where the database lies, on the disk to be measured")
    options = parser.parse_args()
    warnings.filterwarnings("ignore")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        json.dump(measure(options, folder), sys.stdout)
    print()


if __name__ == "__main__":
    main()
