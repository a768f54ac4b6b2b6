"""
Makes the tables without lines beside it, a merged cell that a page's end parts, and pages with stamps: python3 make-bare.py
Needs openpyxl, python-docx, pypdf, reportlab and LibreOffice.
"""

import io
import os
import subprocess
import tempfile

from docx import Document
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

here = os.path.dirname(os.path.abspath(__file__))
FONT = "DejaVu Serif"
TOP = [
    "SỞ NỘI VỤ",
    "PHIẾU YÊU CẦU",
    "Họ và tên: Trần Văn Bình",
    "Chức vụ: Chánh Văn phòng",
    "Điện thoại liên lạc: 0297 3812 345",
    "Nội dung yêu cầu: Cấp mới, hủy bỏ hộp thư",
]
HEADS = ["STT", "Họ và tên", "Đơn vị", "Nội dung đề nghị"]
NAMES = ["Nguyễn Văn An", "Lê Thị Hoa", "Võ Thị Ba", "Danh Út", "Thị Hồng Thắm"]
UNITS = ["Văn phòng", "Phòng Tổ chức công chức, viên chức và đào tạo bồi dưỡng"]
WISHES = ["Hủy bỏ", "Cấp lại mật khẩu do cán bộ quên mật khẩu, không đăng nhập được", "Thay đổi chức vụ: Phó Trưởng phòng"]


def rows(count):
    return [[str(i + 1), NAMES[i % 5], UNITS[i % 2], WISHES[i % 3]] for i in range(count)]


def printed(path):
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", here, path]
        subprocess.run(command, check=True, capture_output=True)


def calc(name, table, down="bottom", heights=None, widths=(6, 24, 26, 40)):
    book = Workbook()
    sheet = book.active
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    for text in [*TOP, None]:
        sheet.append([text])
    sheet.append(HEADS)
    for number, *others in table:
        sheet.append([int(number), *others])
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=FONT, size=11)
            if cell.row > len(TOP) + 1 and heights:
                cell.alignment = Alignment(wrap_text=True, vertical=down)
    for at, height in enumerate(heights or []):
        sheet.row_dimensions[len(TOP) + 3 + at].height = height
    for letter, width in zip("ABCD", widths):
        sheet.column_dimensions[letter].width = width
    with tempfile.TemporaryDirectory() as folder:
        book.save(path := os.path.join(folder, f"{name}.xlsx"))
        printed(path)


def writer(name, table, style=None, merged=None):
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(14.8)
    section.top_margin = section.bottom_margin = section.left_margin = section.right_margin = Cm(1.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(0)
    for text in [*TOP, ""]:
        document.add_paragraph(text)
    grid = document.add_table(rows=0, cols=4)
    grid.style = style
    grid.autofit = False
    for row in [HEADS, *table]:
        for cell, text, width in zip(grid.add_row().cells, row, (1.3, 4, 4.5, 7)):
            cell.width = Cm(width)
            cell.text = text
    if merged:
        first, last = merged
        cell = grid.cell(first, 3).merge(grid.cell(last, 3))
        for paragraph in cell.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
    with tempfile.TemporaryDirectory() as folder:
        document.save(path := os.path.join(folder, f"{name}.docx"))
        printed(path)


def reportlab(name, table, down, between=0, head=None, widths=(40, 120, 150, 190)):
    style = ParagraphStyle("cell", fontName="F", fontSize=11, leading=13)
    story = [Paragraph(text, style) for text in [*TOP, "&nbsp;"]]
    cells = [[Paragraph(text, style) for text in row] for row in [HEADS, *table]]
    looks = [("VALIGN", (0, 0), (-1, -1), down), ("TOPPADDING", (0, 0), (-1, -1), between), ("BOTTOMPADDING", (0, 0), (-1, -1), between)]
    looks += [("VALIGN", (0, 0), (-1, 0), head or down)]
    story.append(Table(cells, colWidths=widths, style=looks))
    SimpleDocTemplate(os.path.join(here, f"{name}.pdf"), leftMargin=45, rightMargin=45).build(story)


def stamped(name, words=None, stamp=None):
    """`writer-short` with a word printed large across it, or with a stamp that has a name alone."""
    made = PdfWriter(clone_from=os.path.join(here, "writer-short.pdf"))
    page = made.pages[0]
    if words:
        text, x, y, size = words
        over = io.BytesIO()
        canvas = Canvas(over, pagesize=(float(page.mediabox.width), float(page.mediabox.height)))
        canvas.setFont("F", size)
        canvas.setFillGray(0.6)
        canvas.drawString(x, y, text)
        canvas.save()
        page.merge_page(PdfReader(over).pages[0])
    if stamp:
        note = {"/Type": "/Annot", "/Subtype": "/Stamp", "/Name": stamp}
        entry = DictionaryObject({NameObject(key): NameObject(value) for key, value in note.items()})
        entry[NameObject("/Rect")] = ArrayObject([FloatObject(at) for at in (70, 700, 300, 760)])
        entry[NameObject("/F")] = NumberObject(4)
        page[NameObject("/Annots")] = ArrayObject([made._add_object(entry)])
    made.write(os.path.join(here, f"{name}.pdf"))


pdfmetrics.registerFont(TTFont("F", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
calc("calc-bare-numbers", rows(5), widths=(6, 24, 64, 70))
calc("calc-bare-bottom", rows(5), heights=[32, 62, 32, 47, 47])
calc("calc-bare-cut-name", rows(3), widths=(6, 11, 64, 70))
calc("calc-bare-full", rows(5), "top", heights=[32, 80, 32, 62, 47], widths=(6, 16, 21.35, 40))
calc("calc-bare-low-row", [["1", "Nguyễn Văn An", "Văn phòng", "Đề nghị không hủy bỏ"], *rows(3)[1:]], heights=[17, 62, 47], widths=(6, 24, 26, 14))
writer("writer-bare-overleaf", rows(12))
writer("writer-merged-overleaf", [[*row[:3], "Hủy bỏ" if at == 2 else "" if at < 11 else "Mở khóa"] for at, row in enumerate(rows(12))], "Table Grid", (3, 11))
reportlab("reportlab-bare-middle", rows(5), "MIDDLE", between=4)
reportlab("reportlab-bare-either", [["1", NAMES[0], UNITS[0], WISHES[0]], ["2", NAMES[1], UNITS[0], WISHES[1]], ["3", NAMES[2], UNITS[0], WISHES[0]]], "BOTTOM")
reportlab("reportlab-bare-head", [[*row[:3], WISHES[0]] for row in rows(5)], "BOTTOM", head="MIDDLE", widths=(40, 120, 180, 90))
stamped("reportlab-cancelled-large", words=("ĐÃ HỦY", 180, 380, 60))
stamped("pypdf-stamp-not-approved", stamp="/NotApproved")
stamped("pypdf-stamp-approved", stamp="/Approved")
