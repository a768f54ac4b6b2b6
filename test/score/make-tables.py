"""
Makes many random tables as PDFs, and says what stands in each: python3 make-tables.py FOLDER COUNT [SEED].
Needs openpyxl, python-docx, reportlab and LibreOffice.

Calc, Writer and reportlab print them with and without lines, with cells of one or several lines, aligned in every way, over pages
of either orientation. FOLDER/tables.json holds the rows of each; tables.ts counts how many are read exactly, refused, and wrong.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Ngô Dương Lâm Danh Thạch Châu Trương Đinh Tô Quách".split()
MIDDLE = ["Văn", "Thị", "Hữu", "Thị Mỹ", "Quốc", "Minh", "Ngọc", "Thị Kim", "Hoàng", "Thanh", "Đức", "Thị Hồng", ""]
GIVEN = "An Bình Châu Dũng Giang Hạnh Hùng Khánh Lan Linh Mai Nam Ngân Oanh Phúc Quyên Sơn Thảo Trang Út Vinh Yến".split()
UNITS = [
    "Văn phòng",
    "Thanh tra",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Tổ chức công chức, viên chức và đào tạo bồi dưỡng",
    "Trung tâm Lưu trữ lịch sử",
    "Phòng 2",
]
POSITIONS = ["Chuyên viên", "Phó Trưởng phòng", "Trưởng phòng Hành chính - Tổng hợp", "Văn thư", "Kế toán"]
WISHES = [
    "Cấp mới",
    "Hủy bỏ",
    "Cấp mới hộp thư điện tử công vụ",
    "Cấp lại mật khẩu do cán bộ quên mật khẩu, không đăng nhập được",
    "Hủy bỏ hộp thư do nghỉ hưu từ ngày 01/10/2026",
    "Tạm khóa hộp thư trong thời gian nghỉ thai sản 06 tháng",
    "Thay đổi chức vụ: Phó Trưởng phòng Tổng hợp - Quy hoạch",
    "Mở khóa hộp thư",
]
NOTES = ["Gấp", "Mới tuyển dụng", "Theo Quyết định số 123/QĐ-SNV", ""]
HEADS = {
    "number": ["STT", "TT"],
    "fullName": ["Họ và tên"],
    "position": ["Chức vụ"],
    "unit": ["Đơn vị công tác", "Đơn vị"],
    "phone": ["Điện thoại", "Số điện thoại"],
    "wish": ["Nội dung đề nghị", "Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...", "Đề nghị"],
    "note": ["Ghi chú"],
}
#: Relative widths of columns.
WIDTHS = {"number": 1, "fullName": 4, "position": 3, "unit": 4, "phone": 2.6, "wish": 5.5, "note": 3}
FONTS = ["Liberation Serif", "DejaVu Sans", "DejaVu Serif"]
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVu"
FIELDS = [
    ("Kính gửi: Sở Thông tin và Truyền thông",),
    ("Họ và tên: Trần Văn Bình",),
    ("Chức vụ: Chánh Văn phòng",),
    ("Điện thoại liên lạc: 0297 3812 345",),
    ("Nội dung yêu cầu: Cấp mới, hủy bỏ hộp thư",),
]


def made(at):
    """A table and how it is to be printed."""
    short = random.random() < 0.4
    further = [kind for kind in ("position", "phone", "note") if random.random() < 0.3]
    columns = ["fullName", "unit", "wish", *further]
    if random.random() < 0.4:
        random.shuffle(columns)
    if random.random() < 0.8:
        columns.insert(0, "number")
    count = random.choice([2, 3, 4, 5, 6, 8, 12, 18, 25])
    rows = []
    for number in range(1, count + 1):
        pick = lambda texts: random.choice(texts[:3] if short else texts)
        row = {
            "number": str(number),
            "fullName": " ".join(f"{random.choice(FAMILY)} {random.choice(MIDDLE)} {random.choice(GIVEN)}".split()),
            "position": pick(POSITIONS),
            "unit": pick(UNITS),
            "phone": "09" + "".join(random.choices("0123456789", k=2)) + " 555 " + "".join(random.choices("0123456789", k=3)),
            "wish": pick(WISHES),
            "note": random.choice(NOTES),
        }
        if random.random() < 0.06:
            row[random.choice(["unit", "position", "phone", "wish"])] = ""
        rows.append({kind: row[kind] for kind in columns})
    lines = random.random() < 0.35
    merged = None
    if lines and "number" in columns and count > 3 and random.random() < 0.3:
        first = random.randrange(count - 2)
        merged = (first, random.randrange(first + 1, min(count, first + 14)))
        for row in rows[merged[0] : merged[1] + 1]:
            row["wish"] = rows[merged[0]]["wish"] or "Cấp mới"
    return {
        "program": random.choice(["calc", "writer", "reportlab"]),
        "columns": columns,
        "heads": [random.choice(HEADS[kind]) for kind in columns],
        "rows": rows,
        "lines": lines,
        "merged": merged,
        "across": {kind: random.choice(["left", "left", "center", "right" if kind in ("number", "phone") else "left"]) for kind in columns},
        "down": random.choice(["top", "top", "center", "bottom"]),
        # Somebody centres the number alone.
        "numberDown": random.choice(["center", None, None, None]),
        "landscape": random.random() < 0.4,
        "font": random.choice(FONTS),
        "size": random.choice([10, 11, 12, 13, 14]),
        "boldHeads": random.random() < 0.8,
        "repeats": random.random() < 0.5,
        "spacing": random.choice([0, 0, 2, 6]),
        "high": random.choice([None, None, None, 1.4]),
        "wraps": random.random() < 0.8,
        "tight": random.choice([1, 1, 0.8]),
        "cantSplit": random.random() < 0.5,
        "signed": random.random() < 0.8,
    }


def down_of(table, kind):
    return table["numberDown"] or table["down"] if kind == "number" else table["down"]


def lines_in(text, table, width):
    """How many lines a cell has, of a column's width in letters; rather too many."""
    if not table["wraps"]:
        return 1
    lines, at = 1, 0
    for word in text.split():
        own = pdfmetrics.stringWidth(word + " ", "Sans", table["size"])
        if at > 0 and at + own > 5 * width:
            lines, at = lines + 1, 0
        at += own
    return lines


def calc(table, path):
    book = Workbook()
    sheet = book.active
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if table["landscape"] else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    font = lambda **more: Font(name=table["font"], size=table["size"], **more)
    kinds = table["columns"]
    total = sum(WIDTHS[kind] for kind in kinds)
    room = (125 if table["landscape"] else 84) * table["tight"] * 11 / table["size"]
    for at, kind in enumerate(kinds, 1):
        width = room * WIDTHS[kind] / total
        sheet.column_dimensions[get_column_letter(at)].width = max(width, 5 if table["wraps"] else 60)
        if not table["wraps"] and kind == "number":
            sheet.column_dimensions[get_column_letter(at)].width = 6
    at = 1
    for text in ["SỞ NỘI VỤ", "PHIẾU YÊU CẦU", *[it for field in FIELDS for it in field]]:
        sheet.cell(at, 1, text).font = font(bold=at < 3)
        at += 1
    at += 1
    head = at
    sheet.row_dimensions[at].height = table["size"] * 1.25 * max(
        lines_in(text, table, sheet.column_dimensions[get_column_letter(column)].width * 0.9) for column, text in enumerate(table["heads"], 1)
    ) + 2
    border = Border(*[Side(style="thin")] * 4) if table["lines"] else Border()
    for column, text in enumerate(table["heads"], 1):
        cell = sheet.cell(at, column, text)
        cell.font = font(bold=table["boldHeads"])
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = border
    for index, row in enumerate(table["rows"]):
        at += 1
        lines = [lines_in(row[kind], table, sheet.column_dimensions[get_column_letter(column)].width) for column, kind in enumerate(kinds, 1)]
        sheet.row_dimensions[at].height = table["size"] * (1.25 * max(lines) * (table["high"] or 1)) + 2
        for column, kind in enumerate(kinds, 1):
            text = row[kind]
            if table["merged"] and kind == "wish" and table["merged"][0] < index <= table["merged"][1]:
                text = ""
            cell = sheet.cell(at, column, int(text) if kind == "number" else text or None)
            cell.font = font()
            cell.alignment = Alignment(horizontal=table["across"][kind], vertical=down_of(table, kind), wrap_text=table["wraps"])
            cell.border = border
    if table["merged"]:
        first, last = table["merged"]
        wish = kinds.index("wish") + 1
        sheet.merge_cells(start_row=head + 1 + first, end_row=head + 1 + last, start_column=wish, end_column=wish)
    if table["repeats"]:
        sheet.print_title_rows = f"{head}:{head}"
    if table["signed"]:
        sheet.cell(at + 2, len(kinds), "NGƯỜI LẬP YÊU CẦU").font = font(bold=True)
        sheet.cell(at + 5, len(kinds), "Trần Văn Bình").font = font(bold=True)
    book.save(path)


def writer(table, path):
    document = Document()
    section = document.sections[0]
    width, height = Cm(21), Cm(29.7)
    if table["landscape"]:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = table["font"], Pt(table["size"])
    style.paragraph_format.space_after = Pt(table["spacing"])
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1
    for text in ["SỞ NỘI VỤ", "PHIẾU YÊU CẦU", *[it for field in FIELDS for it in field], ""]:
        document.add_paragraph(text)
    kinds = table["columns"]
    grid = document.add_table(rows=0, cols=len(kinds))
    if table["lines"]:
        grid.style = "Table Grid"
    grid.autofit = False
    total = sum(WIDTHS[kind] for kind in kinds)
    room = (25.7 if table["landscape"] else 17) * table["tight"]
    widths = [Cm(max(1.2, room * WIDTHS[kind] / total)) for kind in kinds]
    across = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
    down = {name: getattr(WD_CELL_VERTICAL_ALIGNMENT, name.upper()) for name in ("top", "center", "bottom")}

    def add(texts, heading):
        row = grid.add_row()
        if table["cantSplit"] or heading:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if heading and table["repeats"]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, kind, text, width in zip(row.cells, kinds, texts, widths):
            cell.width = width
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.bold = heading and table["boldHeads"]
            paragraph.alignment = across["center" if heading else table["across"][kind]]
            cell.vertical_alignment = down["center" if heading else down_of(table, kind)]

    add(table["heads"], True)
    for index, row in enumerate(table["rows"]):
        hidden = table["merged"] and table["merged"][0] < index <= table["merged"][1]
        add(["" if kind == "wish" and hidden else row[kind] for kind in kinds], False)
    if table["merged"]:
        first, last = table["merged"]
        wish = kinds.index("wish")
        merged = grid.cell(first + 1, wish).merge(grid.cell(last + 1, wish))
        for paragraph in merged.paragraphs[1:]:
            paragraph._p.getparent().remove(paragraph._p)
    if table["signed"]:
        document.add_paragraph("")
        document.add_paragraph("NGƯỜI LẬP YÊU CẦU")
        document.add_paragraph("")
        document.add_paragraph("Trần Văn Bình")
    document.save(path)


def by_reportlab(table, path):
    font = "Sans" if table["font"] == "DejaVu Sans" else "Serif"
    size = table["size"]
    across = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
    style = lambda align, bold=False: ParagraphStyle(
        f"{align}{bold}", fontName=font + ("Bold" if bold else ""), fontSize=size, leading=size * 1.2, alignment=across[align]
    )
    page = landscape(A4) if table["landscape"] else A4
    document = SimpleDocTemplate(path, pagesize=page, leftMargin=50, rightMargin=50, topMargin=50, bottomMargin=50)
    kinds = table["columns"]
    total = sum(WIDTHS[kind] for kind in kinds)
    room = (page[0] - 112) * table["tight"]
    widths = [max(32, room * WIDTHS[kind] / total) for kind in kinds]
    cells = [[Paragraph(text, style("center", table["boldHeads"])) for text in table["heads"]]]
    for row in table["rows"]:
        cells.append([Paragraph(row[kind], style(table["across"][kind])) if row[kind] else "" for kind in kinds])
    looks = [("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    looks += [("TOPPADDING", (0, 0), (-1, -1), table["spacing"] / 2), ("BOTTOMPADDING", (0, 0), (-1, -1), table["spacing"] / 2)]
    names = {"top": "TOP", "center": "MIDDLE", "bottom": "BOTTOM"}
    looks += [("VALIGN", (0, 0), (-1, 0), "MIDDLE")]
    looks += [("VALIGN", (at, 1), (at, -1), names[down_of(table, kind)]) for at, kind in enumerate(kinds)]
    if table["lines"]:
        looks += [("GRID", (0, 0), (-1, -1), 0.6, (0, 0, 0))]
    if table["merged"]:
        first, last = table["merged"]
        wish = kinds.index("wish")
        looks += [("SPAN", (wish, first + 1), (wish, last + 1))]
    story = [Paragraph(text, style("left")) for text in ["SỞ NỘI VỤ", "PHIẾU YÊU CẦU", *[it for field in FIELDS for it in field]]]
    story.append(Spacer(1, 12))
    story.append(Table(cells, colWidths=widths, repeatRows=1 if table["repeats"] else 0, style=looks))
    if table["signed"]:
        story += [Spacer(1, 14), Paragraph("NGƯỜI LẬP YÊU CẦU", style("right")), Spacer(1, 40), Paragraph("Trần Văn Bình", style("right"))]
    document.build(story)


def main(folder, count, seed=1):
    random.seed(int(seed))
    os.makedirs(folder, exist_ok=True)
    for name in ["Serif", "Sans"]:
        pdfmetrics.registerFont(TTFont(name, f"{DEJAVU}{name}.ttf"))
        pdfmetrics.registerFont(TTFont(f"{name}Bold", f"{DEJAVU}{name}-Bold.ttf"))
    tables = []
    with tempfile.TemporaryDirectory() as made_in:
        office = []
        for at in range(int(count)):
            table = made(at)
            if table["program"] == "reportlab" and table["merged"] and table["merged"][1] - table["merged"][0] > 8:
                table["merged"] = None
            name = f"{at:04d}-{table['program']}"
            if table["program"] == "calc":
                office.append(os.path.join(made_in, f"{name}.xlsx"))
                calc(table, office[-1])
            elif table["program"] == "writer":
                office.append(os.path.join(made_in, f"{name}.docx"))
                writer(table, office[-1])
            else:
                by_reportlab(table, os.path.join(folder, f"{name}.pdf"))
            tables.append({"file": f"{name}.pdf", **table})
        for first in range(0, len(office), 50):
            command = ["soffice", f"-env:UserInstallation=file://{made_in}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder]
            subprocess.run([*command, *office[first : first + 50]], check=True, capture_output=True)
    with open(os.path.join(folder, "tables.json"), "w") as file:
        json.dump(tables, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
