"""
Makes the *-over-*.pdf beside it, in which words and tables are wider than their cells and pages: python3 make-over.py
Needs openpyxl, reportlab and LibreOffice.
"""

import os
import subprocess
import tempfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

here = os.path.dirname(os.path.abspath(__file__))
TOP = [
    "SỞ NỘI VỤ",
    "PHIẾU YÊU CẦU",
    "Họ và tên: Trần Văn Bình",
    "Chức vụ: Chánh Văn phòng",
    "Điện thoại liên lạc: 0297 3812 345",
    "Nội dung yêu cầu: Cấp mới, hủy bỏ hộp thư",
]
HEADS = ["STT", "Họ và tên", "Đơn vị", "Nội dung đề nghị", "Ghi chú"]
LONG = "Cấp lại mật khẩu do cán bộ quên mật khẩu, không đăng nhập được"
ROWS = [
    ["1", "Nguyễn Văn An", "Văn phòng", LONG, ""],
    ["2", "Lê Thị Hoa", "Thanh tra", "Hủy bỏ hộp thư", "Theo Quyết định số 123/QĐ-SNV ngày 01/10/2026"],
    ["3", "Võ Thị Ba", "Văn phòng", "Cấp mới hộp thư", "Gấp"],
]
WIDTHS = (6, 24, 20, 30, 30)


def calc(name, heads=HEADS, rows=ROWS, widths=WIDTHS, lines=True, across=None, heading=None, fits=True):
    """A sheet whose cells break no words; `across` aligns some columns, and the heading breaks into lines where its row has a height."""
    book = Workbook()
    sheet = book.active
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = fits
    sheet.page_setup.fitToHeight = 0
    for text in [*TOP, None]:
        sheet.append([text])
    head = sheet.max_row + 2
    for at, row in enumerate([heads, *rows], head):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(at, column, int(text) if text.isdigit() and len(text) < 3 else text or None)
            cell.border = Border(*[Side(style="thin")] * 4) if lines else Border()
            if at == head:
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=heading is not None)
            else:
                cell.alignment = Alignment(horizontal=(across or {}).get(heads[column - 1], "left"))
    if heading:
        sheet.row_dimensions[head].height = heading
    for letter, width in zip("ABCDE", widths):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name="DejaVu Serif", size=11)
    with tempfile.TemporaryDirectory() as folder:
        book.save(path := os.path.join(folder, f"calc-over-{name}.xlsx"))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", here, path]
        subprocess.run(command, check=True, capture_output=True)


def drawn(name, xs, shift=0):
    """A table drawn cell by cell, with a wish that is set further right."""
    canvas = Canvas(os.path.join(here, f"reportlab-over-{name}.pdf"), pagesize=(595, 420))
    canvas.setFont("F", 9)
    y = 390
    for text in TOP:
        canvas.drawString(50, y, text)
        y -= 16
    y -= 20
    for row in [HEADS, ["1", "Nguyễn Văn An", "Văn phòng", "Hủy bỏ hộp thư", ""], ["2", "Lê Thị Hoa", "Thanh tra", "Cấp mới hộp thư", ""]]:
        for left, right, text in zip(xs, xs[1:], row):
            canvas.rect(left, y, right - left, 18)
            canvas.drawString(left + (shift if text == "Hủy bỏ hộp thư" else 10), y + 5, text)
        y -= 18
    canvas.save()


pdfmetrics.registerFont(TTFont("F", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"))
calc("lines")
calc("middle", across={"Nội dung đề nghị": "center"}, rows=[[*row[:2], "" if row[0] == "1" else row[2], *row[3:]] for row in ROWS])
calc("right", across={"Nội dung đề nghị": "right"}, rows=[["1", "Nguyễn Văn An", "", "Cấp lại mật khẩu do quên mật khẩu", ""], *ROWS[1:]])
calc("cut", rows=[[*row[:4], "Gấp"] for row in ROWS])
calc("cut-right", across={"Nội dung đề nghị": "right"}, rows=[[*row[:4], "Gấp"] for row in ROWS], widths=(6, 24, 20, 31, 20))
calc("heading", heads=[*HEADS[:3], "Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...", "Ghi chú"], rows=[[*row[:3], "Hủy bỏ", "Gấp"] for row in ROWS], heading=16)
calc(
    "bare-phone",
    heads=["STT", "Nội dung đề nghị", "Họ và tên", "Điện thoại", "Đơn vị công tác"],
    rows=[[row[0], "Hủy bỏ hộp thư", row[1], f"0913 555 {at}10", "Trung tâm Lưu trữ lịch sử"] for at, row in enumerate(ROWS)],
    widths=(6, 30, 30, 34, 34),
    lines=False,
    across={"Điện thoại": "right"},
)
calc(
    "bare-number",
    heads=["STT", "Ghi chú", "Nội dung đề nghị", "Họ và tên", "Đơn vị công tác"],
    rows=[[row[0], "Mới tuyển dụng" if row[0] == "1" else "", "Cấp mới hộp thư", row[1], row[2]] for row in ROWS],
    widths=(6, 34, 34, 34, 34),
    lines=False,
    across={"STT": "right"},
)
calc(
    "pages",
    heads=["STT", "Đơn vị", "Ghi chú", "Nội dung đề nghị", "Họ và tên"],
    rows=[[row[0], row[2], "Thôi, không cần nữa", "Hủy bỏ hộp thư", row[1]] for row in ROWS],
    widths=(6, 30, 44, 36, 30),
    fits=False,
)
calc(
    "pages-no-numbers",
    heads=["Đơn vị", "Ghi chú", "Nội dung đề nghị", "Họ và tên"],
    rows=[[row[2], "Thôi, không cần nữa", "Hủy bỏ hộp thư", row[1]] for row in ROWS],
    widths=(34, 44, 36, 30),
    fits=False,
)
drawn("edge", (40, 80, 220, 380, 594, 740))
drawn("line", (40, 80, 220, 340, 440, 560), shift=60)
