"""Makes the PDFs beside it (but for calc-wide-*.pdf: make-wide.py) with LibreOffice, Chromium, wkhtmltopdf, reportlab, pypdf and poppler (Debian's
packages; all must be installed): python3 make.py BLANK.pdf, where BLANK.pdf was written by `phieu form --unit grieng`."""

import html
import os
import subprocess
import sys
import tempfile

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

here = os.path.dirname(os.path.abspath(__file__))
FONT = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
HEADING = ["STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư..."]
ROWS = [
    ["1", "Nguyễn Thị Thùy Dương", "Phòng Tổ chức công chức, viên chức", "Cấp mới hộp thư"],
    ["2", "Đỗ Hữu Phước", "Thanh tra Sở", "Hủy bỏ hộp thư dhphuoc.snv@kiengiang.gov.vn vì đã nghỉ hưu từ ngày 01/10/2026"],
    ["3", "~Lê Văn Gạch", "~Văn phòng", "~Hủy bỏ"],
    ["4", "Thị Ngọc Ánh", "Văn phòng", "Cấp lại mật khẩu"],
]
FIELDS = ["Họ và tên: Trần Văn Bình", "Chức vụ: Chánh Văn phòng", "Điện thoại liên lạc: 0297 3812 345", "Nội dung yêu cầu: Cấp mới, hủy bỏ hộp thư", "Liệt kê cụ thể các yêu cầu (nếu có):"]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Danh"]
MIDDLE = ["Văn", "Thị Ngọc", "Hữu", "Thùy"]
GIVEN = ["An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khánh"]
WISHES = ["Cấp mới hộp thư", "Hủy bỏ", "Cấp lại mật khẩu hộp thư công vụ do người sử dụng quên mật khẩu"]


def person(i):
    unit = "Phòng Tổ chức công chức, viên chức và đào tạo bồi dưỡng" if i % 5 == 0 else "Phòng Thanh tra"
    return [str(i + 1), f"{FAMILY[i % 6]} {MIDDLE[i % 4]} {GIVEN[i % 7]}", unit, WISHES[i % 3]]


LONG = [person(i) for i in range(60)]


def path(name):
    return os.path.join(here, name)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# Web browsers.

STYLE = """body{font:13pt "Liberation Serif"} table.list{border-collapse:collapse;width:100%}
.list td,.list th{border:1px solid #000;padding:3px} .c{text-align:center} table{width:100%}"""


WIDTHS = ["6%", "27%", "30%", "37%"]


def web(rows, heading=HEADING, widths=WIDTHS):
    def cell(text):
        return f"<td>{'<s>' + html.escape(text[1:]) + '</s>' if text.startswith('~') else html.escape(text)}</td>"

    body = "".join("<tr>" + "".join(map(cell, row)) + "</tr>" for row in rows)
    heads = "".join(f'<th width="{w}">{html.escape(h)}</th>' for h, w in zip(heading, widths))
    return f"""<!DOCTYPE html><meta charset="utf-8"><style>{STYLE}</style>
<table><tr><td class=c><b>UBND TỈNH KIÊN GIANG<br>SỞ NỘI VỤ</b><td class=c><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br><u>Độc lập - Tự do - Hạnh phúc</u></b></table>
<h3 class=c>PHIẾU YÊU CẦU</h3><p class=c><b>Kính gửi: Sở Thông tin và Truyền thông</b>{''.join(f'<p>{f}' for f in FIELDS)}
<table class=list><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>
<table><tr><td class=c><b>CHÁNH VĂN PHÒNG<br>CƠ QUAN ĐƠN VỊ</b><br><br>Trần Văn Bình<td class=c><b>NGƯỜI LẬP YÊU CẦU</b><br><br><br>Lê Thị Cúc</table>"""


def browsers():
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("short", ROWS), ("long", LONG)):
            source = os.path.join(folder, f"{name}.html")
            with open(source, "w", encoding="utf-8") as file:
                file.write(web(rows))
            run("wkhtmltopdf", "-q", source, path(f"wkhtmltopdf-{name}.pdf"))
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path(f'chromium-{name}.pdf')}", source)


def birth_days():
    """A column that the form does not know, over several pages."""
    heading = [*HEADING[:2], "Ngày sinh", *HEADING[2:]]
    rows = [[*row[:2], f"{1 + i % 28:02}/{1 + i % 12:02}/{1970 + i % 30}", *row[2:]] for i, row in enumerate(LONG)]
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "days.html")
        with open(source, "w", encoding="utf-8") as file:
            file.write(web(rows, heading, ["6%", "24%", "12%", "24%", "34%"]))
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path('chromium-birth-days.pdf')}", source)


# LibreOffice Writer and Calc.

NAMES = ' '.join(
    f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
    for p, n in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"))
) + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'


def fodt(rows, page, valign="middle"):
    width, height = page

    def par(text, style="P"):
        struck = text.startswith("~")
        words = html.escape(text.lstrip("~"))
        return f'<text:p text:style-name="{style}">' + (f'<text:span text:style-name="S">{words}</text:span>' if struck else words) + "</text:p>"

    def row(cells):
        return "<table:table-row>" + "".join(f'<table:table-cell table:style-name="C">{par(c)}</table:table-cell>' for c in cells) + "</table:table-row>"

    widths = [1.2, 4.4, 5, 5.4]
    styles = "".join(f'<style:style style:name="W{i}" style:family="table-column"><style:table-column-properties style:column-width="{w}cm"/></style:style>' for i, w in enumerate(widths))
    columns = "".join(f'<table:table-column table:style-name="W{i}"/>' for i in range(4))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="L" fo:font-family="Liberation Serif" fo:font-size="13pt" fo:language="vi" fo:country="VN"/></style:default-style></office:styles>
<office:automatic-styles>{styles}
<style:style style:name="P" style:family="paragraph"/><style:style style:name="M" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="7cm"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="B" style:family="table"><style:table-properties style:width="16cm" table:align="left"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm" style:vertical-align="{valign}"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm" fo:margin="2cm"/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:footer><text:p text:style-name="M">Trang <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="T">SỞ NỘI VỤ<text:tab/>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</text:p><text:p text:style-name="T"><text:tab/>Độc lập - Tự do - Hạnh phúc</text:p>
{par("PHIẾU YÊU CẦU", "M")}{par("Kính gửi: Sở Thông tin và Truyền thông", "M")}{"".join(map(par, FIELDS))}
<table:table table:name="T" table:style-name="B">{columns}<table:table-header-rows>{row(HEADING)}</table:table-header-rows>{"".join(map(row, rows))}</table:table>
<text:p text:style-name="T">CHÁNH VĂN PHÒNG<text:tab/>NGƯỜI LẬP YÊU CẦU</text:p>{par("")}{par("")}<text:p text:style-name="T">Trần Văn Bình<text:tab/>Lê Thị Cúc</text:p>
</office:text></office:body></office:document>"""


def libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        for name, rows, page in (("short", ROWS, (21, 29.7)), ("landscape", ROWS, (29.7, 21)), ("long", LONG, (21, 29.7))):
            source = os.path.join(folder, f"writer-{name}.fodt")
            with open(source, "w", encoding="utf-8") as file:
                file.write(fodt(rows, page))
            run("soffice", "--headless", "--convert-to", "pdf", "--outdir", here, source)
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path("../libreoffice.fods"))
        os.replace(os.path.join(folder, "libreoffice.pdf"), path("calc-cut-off.pdf"))


# reportlab: what people and programs do to a page.

WIDTHS = [30, 130, 130, 205]
LEFT = 50


class Sheet:
    def __init__(self, name, size=A4, **options):
        pdfmetrics.registerFont(TTFont("F", FONT))
        self.width, self.height = size
        self.c = canvas.Canvas(path(name), pagesize=size, invariant=1, **options)
        self.c.setTitle("PHIẾU YÊU CẦU")
        self.y = self.height - 60

    def text(self, x, text, y=None, size=12):
        self.c.setFont("F", size)
        self.c.drawString(x, self.y if y is None else y, text)

    def head(self):
        self.text(LEFT, "SỞ NỘI VỤ")
        self.text(280, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        self.y -= 16
        self.text(310, "Độc lập - Tự do - Hạnh phúc")
        self.y -= 40
        self.text(240, "PHIẾU YÊU CẦU", size=14)
        self.y -= 30
        for field in FIELDS:
            self.text(LEFT, field)
            self.y -= 18
        self.y -= 10

    def row(self, cells, lines=True, height=20):
        x = LEFT
        for width, cell in zip(WIDTHS, cells):
            if lines:
                self.c.rect(x, self.y - 6, width, height)
            self.text(x + 4, cell)
            x += width
        self.y -= height

    def rows(self, rows, **options):
        for row in rows:
            self.row([cell.lstrip("~") for cell in row], **options)

    def sign(self):
        self.y -= 30
        self.text(80, "CHÁNH VĂN PHÒNG")
        self.text(350, "NGƯỜI LẬP YÊU CẦU")
        self.y -= 50
        self.text(90, "Trần Văn Bình")
        self.text(370, "Lê Thị Cúc")
        self.c.save()


SHORT = ["STT", "Họ và tên", "Đơn vị", "Nội dung đề nghị"]
A = ["1", "Nguyễn Văn An", "Văn phòng", "Cấp mới hộp thư"]
B = ["2", "Lê Thị Hoa", "Thanh tra", "Hủy bỏ hộp thư"]
C = ["3", "Võ Thị Ba", "Văn phòng", "Cấp lại mật khẩu"]


def hidden():
    """Between the rows A and C, B stands in many ways that nobody sees."""

    s = Sheet("reportlab-hidden.pdf")
    s.head()
    s.rows([SHORT, A])
    # In the ground's colour.
    s.c.setFillColorRGB(1, 1, 1)
    s.row(B)
    s.c.setFillColorRGB(0, 0, 0)
    # Text mode 3 paints nothing.
    x = LEFT
    for width, cell in zip(WIDTHS, B):
        s.c.rect(x, s.y - 6, width, 20)
        s.c._code.append("3 Tr")
        s.text(x + 4, cell)
        s.c._code.append("0 Tr")
        x += width
    s.y -= 20
    # Covered.
    s.row(B)
    s.c.setFillColorRGB(1, 1, 1)
    s.c.rect(LEFT + 1, s.y + 15, sum(WIDTHS) - 2, 18, stroke=0, fill=1)
    s.c.setFillColorRGB(0, 0, 0)
    # Tiny, and outside the page.
    s.text(LEFT + 4, " ".join(B), s.y + 10, size=1)
    s.text(s.width + 30, " ".join(B))
    # Outside a clip.
    s.c.saveState()
    clip = s.c.beginPath()
    clip.rect(0, 0, 10, 10)
    s.c.clipPath(clip, stroke=0)
    s.row(B)
    s.c.restoreState()
    s.y += 20
    # Transparent.
    s.c.saveState()
    s.c.setFillAlpha(0)
    s.row(B)
    s.c.restoreState()
    s.row(C)
    s.sign()


def drawn():
    """What is drawn over rows: a line through one, a highlighter, an underline, white on a dark ground; a scrawl."""
    s = Sheet("reportlab-drawn.pdf")
    s.head()
    s.rows([SHORT, A, B])
    s.c.line(LEFT, s.y + 23.5, LEFT + sum(WIDTHS), s.y + 23.5)
    s.row(C)
    s.c.saveState()
    s.c.setFillColorRGB(1, 1, 0)
    s.c.setFillAlpha(0.4)
    s.c.rect(LEFT, s.y + 14, sum(WIDTHS), 20, stroke=0, fill=1)
    s.c.restoreState()
    s.row(["4", "Thị Hồng Thắm", "Văn phòng", "Mở khóa"])
    s.c.line(LEFT + 34, s.y + 18.5, LEFT + 100, s.y + 18.5)
    s.c.setFillColorRGB(0.1, 0.2, 0.5)
    s.c.rect(LEFT, s.y - 6, sum(WIDTHS), 20, stroke=1, fill=1)
    s.c.setFillColorRGB(1, 1, 1)
    s.row(["5", "Danh Út", "Văn phòng", "Tạm khóa"])
    s.c.setFillColorRGB(0, 0, 0)
    s.sign()

    s = Sheet("reportlab-scrawl.pdf")
    s.head()
    s.rows([SHORT, A, B])
    s.c.line(LEFT + 10, s.y + 12, LEFT + 480, s.y + 34)
    s.row(C)
    s.sign()


def layouts():
    s = Sheet("reportlab-no-lines.pdf")
    s.head()
    s.rows([SHORT, A, B, C], lines=False)
    s.sign()

    # Words of neighbouring columns run into each other.
    s = Sheet("reportlab-no-lines-tight.pdf")
    s.head()
    s.rows([SHORT, ["1", "Nguyễn Thị Hoàng Phương Thảo", "Văn phòng", "Cấp mới"], B], lines=False)
    s.sign()

    # A second line of a cell, as far from its own row as from the next.
    s = Sheet("reportlab-no-lines-wrapped.pdf")
    s.head()
    s.rows([SHORT, A, ["", "", "", "(không hủy bỏ)"], B], lines=False)
    s.sign()

    s = Sheet("reportlab-turned.pdf", landscape(A4))
    s.c.setPageRotation(90)
    s.head()
    s.rows([SHORT, A, B, C])
    s.sign()

    # The page stands upright, its words run up its side.
    s = Sheet("reportlab-sideways.pdf")
    s.c.translate(A4[0], 0)
    s.c.rotate(90)
    s.height = A4[0]
    s.y = s.height - 60
    s.head()
    s.rows([SHORT, A, B, C])
    s.sign()

    # Each letter twice, as some programs make bold ones; spaces only as gaps.
    s = Sheet("reportlab-by-letters.pdf")
    s.head()
    drawString = s.c.drawString

    def letters(x, y, text):
        for letter in text:
            if letter != " ":
                drawString(x, y, letter)
                drawString(x + 0.3, y, letter)
            x += pdfmetrics.stringWidth(letter, "F", 12)

    s.c.drawString = letters
    s.rows([SHORT, A, B, C])
    s.sign()

    # A row goes on overleaf; once it is clear where it goes on, once not.
    for name, rest in (("continued", ["", "Hoa", "tra", "thư"]), ("broken", ["", "Hoa Mai", "tra", "thư"])):
        s = Sheet(f"reportlab-{name}.pdf")
        s.head()
        s.rows([SHORT, A, ["2", "Lê Thị", "Thanh", "Hủy bỏ hộp"]])
        s.c.showPage()
        s.y = s.height - 60
        s.rows([rest, C])
        s.sign()

    # Overleaf the same table has other columns.
    s = Sheet("reportlab-other-columns.pdf")
    s.head()
    s.rows([SHORT, A])
    s.c.showPage()
    s.y = s.height - 60
    global WIDTHS
    WIDTHS = [30, 30, 130, 305]
    s.rows([["2", "x", "Lê Thị Hoa", "Hủy bỏ hộp thư"]])
    WIDTHS = [30, 130, 130, 205]
    s.sign()

    s = Sheet("reportlab-secret.pdf")
    s.text(100, "TUYỆT MẬT")
    s.y -= 20
    s.head()
    s.rows([SHORT, A])
    s.sign()

    s = Sheet("reportlab-draft.pdf")
    s.head()
    s.rows([SHORT, A])
    s.c.saveState()
    s.c.rotate(45)
    s.text(400, "BẢN NHÁP", y=120, size=30)
    s.c.restoreState()
    s.sign()

    # Across the table, so that its letters fall in the cells.
    s = Sheet("reportlab-draft-across.pdf")
    s.head()
    s.rows([SHORT, A])
    s.c.saveState()
    s.c.translate(LEFT + 120, s.y + 4)
    s.c.rotate(20)
    s.c.setFont("F", 40)
    s.c.drawString(0, 0, "BẢN NHÁP")
    s.c.restoreState()
    s.sign()

    s = Sheet("reportlab-letter.pdf")
    s.text(LEFT, "Kính gửi: Sở Thông tin và Truyền thông")
    s.y -= 20
    s.text(LEFT, "Sở Nội vụ đề nghị cấp mới hộp thư theo phiếu gửi kèm.")
    s.sign()

    for name, encrypt in (("owner-password", ("", "chu")), ("user-password", ("dung", "chu"))):
        from reportlab.lib.pdfencrypt import StandardEncryption

        s = Sheet(f"reportlab-{name}.pdf", encrypt=StandardEncryption(encrypt[0], encrypt[1], canModify=0, canCopy=0, strength=128))
        s.head()
        s.rows([SHORT, A, B])
        s.sign()


def doubled():
    """Words that are painted two or three times, to look bold: by letters, by lines, and a mark askew; and words over others."""

    def bold(s, offsets, size=12, letters=False):
        drawString, setFont = s.c.drawString, s.c.setFont
        s.c.setFont = lambda font, _: setFont(font, size)

        def drawn(x, y, text):
            for part in text if letters else [text]:
                for across, up in offsets:
                    drawString(x + across, y + up, part)
                x += pdfmetrics.stringWidth(part, "F", size)

        s.c.drawString = drawn

    for name, options in (("letters", {"letters": True}), ("lines", {})):
        s = Sheet(f"reportlab-doubled-{name}.pdf")
        bold(s, [(0, 0), (0.5, 0), (0.95, 0.2)], size=7, **options)
        s.head()
        s.rows([SHORT, A, B, C], lines=name == "lines")
        s.sign()

    s = Sheet("reportlab-doubled-secret.pdf")
    s.head()
    s.rows([SHORT, A])
    s.c.saveState()
    s.c.rotate(30)
    bold(s, [(0, 0), (0.5, 0)], size=14)
    s.text(480, "TUYỆT MẬT", y=300)
    s.c.restoreState()
    s.c.save()

    s = Sheet("reportlab-overprinted.pdf")
    s.head()
    s.rows([SHORT, A, B])
    s.y += 20
    s.row(["", "", "", "Cấp mới hộp thư"])
    s.rows([C])
    s.sign()


def scanned():
    """A picture of a page, alone and with words below it as OCR programs put them."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "40", "-gray", "-jpeg", "-singlefile", path("reportlab-no-lines.pdf"), os.path.join(folder, "page"))
        picture = os.path.join(folder, "page.jpg")
        s = Sheet("reportlab-scan.pdf")
        s.c.drawImage(picture, 0, 0, *A4)
        s.c.save()
        s = Sheet("reportlab-scan-ocr.pdf")
        s.head()
        s.rows([SHORT, A, B])
        s.c.drawImage(picture, 0, 0, *A4)
        s.c.save()


def fields():
    """Forms with fields that are not ours: by the words beside them, and by their names alone."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    values = {"f1": "Trần Văn Bình", "f2": "Chánh Văn phòng", "r1c1": "Nguyễn Văn An", "r1c2": "Văn phòng", "r1c3": "Cấp mới hộp thư", "r2c1": "Lê Thị Hoa", "r2c2": "Thanh tra", "r2c3": "Hủy bỏ"}
    s = Sheet("fields-blank.tmp")
    form = s.c.acroForm
    s.text(LEFT, "SỞ NỘI VỤ")
    s.text(280, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    s.y -= 60
    s.text(240, "PHIẾU YÊU CẦU", size=14)
    s.y -= 30
    for name, label in (("f1", "Họ và tên:"), ("f2", "Chức vụ:")):
        s.text(LEFT, label)
        form.textfield(name=name, x=130, y=s.y - 5, width=300, height=18, borderWidth=0)
        s.y -= 24
    s.row(SHORT)
    for n in (1, 2, 3):
        x = LEFT
        for column, width in enumerate(WIDTHS):
            s.c.rect(x, s.y - 6, width, 20)
            if column:
                form.textfield(name=f"r{n}c{column}", x=x + 1, y=s.y - 5, width=width - 2, height=18, borderWidth=0)
            else:
                s.text(x + 4, str(n))
            x += width
        s.y -= 20
    s.sign()

    def fill(source, target, values, hide=()):
        w = PdfWriter()
        w.clone_document_from_reader(PdfReader(source))
        for p in w.pages:
            w.update_page_form_field_values(p, values)
            for annotation in p["/Annots"]:
                widget = annotation.get_object()
                name = widget.get("/T") or widget["/Parent"].get("/T")
                if name in hide:
                    from pypdf.generic import NumberObject

                    widget[NameObject("/F")] = NumberObject(2)
        w.write(path(target))

    fill(path("fields-blank.tmp"), "pypdf-other-fields.pdf", values)
    fill(path("fields-blank.tmp"), "pypdf-hidden-fields.pdf", values, hide=("r2c1", "r2c2", "r2c3"))
    os.remove(path("fields-blank.tmp"))

    s = Sheet("names.tmp")
    s.text(LEFT, "Biểu mẫu điện tử")
    form = s.c.acroForm
    named = {"HoTen": "Trần Văn Bình", "NoiDung": "Theo danh sách", "HoTen_1": "Nguyễn Văn An", "DonVi_1": "Văn phòng", "NoiDungDeNghi_1": "Cấp mới hộp thư"}
    for name in named:
        form.textfield(name=name, x=130, y=s.y, width=300, height=18)
        s.y -= 24
    s.c.save()
    fill(path("names.tmp"), "pypdf-named-fields.pdf", named)
    os.remove(path("names.tmp"))

    ours = {
        "Họ và tên": "Trần Văn Bình",
        "Chức vụ": "Chánh Văn phòng",
        "Điện thoại liên lạc": "0297 3812 345",
        "Nội dung yêu cầu": "Cấp mới và hủy bỏ hộp thư",
        "Họ và tên 1": "Nguyễn Thị Thùy Dương",
        "Đơn vị công tác 1": "Phòng Nội vụ",
        "Nội dung đề nghị 1": "Cấp mới hộp thư",
        "Họ và tên 2": "Đỗ Hữu Phước",
        "Đơn vị công tác 2": "Phòng Tài chính - Kế hoạch",
        "Nội dung đề nghị 2": "Hủy bỏ hộp thư dhphuoc.grieng@kiengiang.gov.vn vì nghỉ hưu",
    }
    blank = sys.argv[1]
    fill(blank, "pypdf-ours.pdf", ours)
    with tempfile.TemporaryDirectory() as folder:
        # poppler fills in as a viewer does, with pictures of the values, and prints them.
        viewed = os.path.join(folder, "poppler.pdf")
        with_poppler(blank, viewed, ours)
        run("pdftocairo", "-pdf", viewed, path("cairo-printed-ours.pdf"))


def with_poppler(blank, target, values):
    import gi

    gi.require_version("Poppler", "0.18")
    from gi.repository import Gio, Poppler

    document = Poppler.Document.new_from_gfile(Gio.File.new_for_path(blank), None, None)
    for mapping in document.get_page(0).get_form_field_mapping():
        field = mapping.field
        value = values.get(field.get_name())
        if value is None:
            continue
        if field.get_field_type() == Poppler.FormFieldType.CHOICE:
            choices = [field.choice_get_item(index) for index in range(field.choice_get_n_items())]
            if value in choices:
                field.choice_select_item(choices.index(value))
            else:
                field.choice_set_text(value)
        else:
            field.text_set_text(value)
    document.save("file://" + target)


for make in (browsers, birth_days, libreoffice, hidden, drawn, layouts, doubled, scanned, fields):
    make()
