"""
Makes the scored forms beside it: python3 make.py. Needs openpyxl, reportlab and LibreOffice.

What each form says is known before it is written: forms.json holds it, and `npm run score` compares what the readers
make of the files. Nothing here shares code with them.
"""

import json
import os
import random
import subprocess
import tempfile
from html import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

here = os.path.dirname(os.path.abspath(__file__))
out = os.path.join(here, "forms")
random.seed(2639)

FAMILY = "Nguyễn Trần Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Ngô Dương Lâm Danh Thạch Châu Trương Đinh Tô Quách".split()
MIDDLE = ["Văn", "Thị", "Hữu", "Thị Mỹ", "Quốc", "Minh", "Ngọc", "Thị Kim", "Hoàng", "Thanh", "Đức", "Thị Hồng"]
GIVEN = "An Bình Châu Dũng Giang Hạnh Hùng Khánh Lan Linh Mai Nam Ngân Oanh Phúc Quyên Sơn Thảo Trang Út Vinh Xuân Yến".split()
UNITS = ["Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Thanh tra Sở", "Phòng Tổ chức cán bộ", "Sở Nội vụ"]
POSITIONS = ["Chuyên viên", "Phó Trưởng phòng", "Trưởng phòng", "Văn thư", "Kế toán", "Nhân viên"]

# Wish and the action that a careful clerk reads in it. `unclear` is to be asked about.
WISHES = [
    ("Cấp mới", "create"),
    ("Cấp mới hộp thư điện tử công vụ", "create"),
    ("Đề nghị cấp mới tài khoản thư điện tử cho công chức mới tuyển dụng", "create"),
    ("Cấp lại mật khẩu do quên", "reset-password"),
    ("Quên mật khẩu, đề nghị cấp lại", "reset-password"),
    ("Reset mật khẩu", "reset-password"),
    ("Hủy bỏ hộp thư do nghỉ hưu", "cancel"),
    ("Hủy bỏ (thôi việc từ tháng trước)", "cancel"),
    ("Nghỉ hưu, đề nghị hủy hộp thư", "cancel"),
    ("Mở khóa hộp thư", "unlock"),
    ("Hộp thư bị khóa do chưa đổi mật khẩu mặc định, đề nghị mở khóa", "unlock"),
    ("Tạm khóa hộp thư trong thời gian nghỉ thai sản", "lock"),
    ("Cấp lại hộp thư đã bị thu hồi", "restore"),
    ("Thay đổi chức vụ: Phó Trưởng phòng", "update"),
    ("Cập nhật số điện thoại 0913 555 123", "update"),
    ("Chuyển sang Sở Tài chính công tác", "transfer"),
    ("Thay đổi tên truy cập thành {login}", "rename"),
    ("Cấp lại", "unclear"),
    ("Thay đổi", "unclear"),
    ("Không hủy hộp thư này", "unclear"),
    ("Kiểm tra giúp hộp thư", "unclear"),
]


def person():
    return f"{random.choice(FAMILY)} {random.choice(MIDDLE)} {random.choice(GIVEN)}"


def people(count):
    names = []
    while len(names) < count:
        name = person()
        if name not in names:
            names.append(name)
    return names


def rows(count, wishes=WISHES):
    made = []
    for number, name in enumerate(people(count), 1):
        wish, action = random.choice(wishes)
        login = name.split()[-1].lower() + "moi.snv"
        made.append(
            {
                "number": number,
                "fullName": name,
                "unit": random.choice(UNITS),
                "wish": wish.format(login="".join(c for c in login if c.isascii())),
                "action": action,
                "position": random.choice(POSITIONS),
                "phone": "09" + "".join(random.choices("0123456789", k=8)),
            }
        )
    return made


REQUESTER = {
    "unit": "Sở Nội vụ",
    "requester": "Lê Thị Bích Thủy",
    "position": "Chánh Văn phòng",
    "phone": "0918234567",
    "content": "Cấp mới, thay đổi hộp thư điện tử",
}
HEADINGS = ["STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư..."]
thin = Border(*[Side(style="thin")] * 4)


class Sheet:
    """A workbook as an office keeps it."""

    def __init__(self, title="Phieu", before=()):
        self.book = Workbook()
        for at, name in enumerate(before):
            extra = self.book.active if at == 0 else self.book.create_sheet(name)
            extra.title = name
            extra["A1"] = "Danh bạ nội bộ"
            extra["A2"], extra["B2"] = "Bộ phận", "Số máy"
            extra["A3"], extra["B3"] = "Văn thư", 101
        self.sheet = self.book.create_sheet(title) if before else self.book.active
        self.sheet.title = title
        self.at = 0

    def put(self, *cells, at=1, bold=False, border=False):
        self.at += 1
        for offset, text in enumerate(cells):
            cell = self.sheet.cell(self.at, at + offset, text)
            cell.font = Font(name="Times New Roman", bold=bold)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if border:
                cell.border = thin
        return self.at

    def merge(self, first, last, row=None, to=None):
        row = row or self.at
        self.sheet.merge_cells(start_row=row, end_row=to or row, start_column=first, end_column=last)

    def head(self, columns=4, split=False):
        self.put("SỞ NỘI VỤ", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
        self.merge(1, 2)
        self.merge(3, 4)
        self.put(None, None, "Độc lập - Tự do - Hạnh phúc")
        self.merge(3, 4)
        self.at += 1
        self.put("PHIẾU YÊU CẦU", bold=True)
        self.merge(1, columns)
        self.put("Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông")
        self.merge(1, columns)
        pairs = [
            ("Đơn vị yêu cầu:", REQUESTER["unit"]),
            ("Họ và tên:", REQUESTER["requester"]),
            ("Chức vụ:", REQUESTER["position"]),
            ("Điện thoại liên lạc:", REQUESTER["phone"]),
            ("Nội dung yêu cầu:", REQUESTER["content"]),
        ]
        for label, value in pairs:
            if split:
                self.put(label, value)
            else:
                self.put(f"{label} {value}")
                self.merge(1, columns)
        self.put("Liệt kê cụ thể các yêu cầu (nếu có):")
        self.at += 1

    def sign(self):
        self.at += 1
        self.put("CHÁNH VĂN PHÒNG", None, "NGƯỜI LẬP YÊU CẦU", bold=True)
        self.at += 3
        self.put(REQUESTER["requester"], None, "Trần Thị Ngọc")

    def save(self, name, widths=(6, 28, 28, 46, 22, 16, 20)):
        for at, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(at)].width = width
        self.sheet.page_setup.fitToWidth = 1
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.book.save(os.path.join(out, name))


forms = []


def note(file, kind, layout, lines, skipped=0):
    keep = ("number", "fullName", "unit", "action")
    forms.append(
        {
            "file": file,
            "kind": kind,
            "layout": layout,
            "form": REQUESTER,
            "rows": [{key: line[key] for key in keep} for line in lines],
            "skipped": skipped,
        }
    )


def convert(source, *targets):
    """By LibreOffice, each under a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        for target in targets:
            kind = target.split(":")[0]
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target]
                + ["--outdir", out, os.path.join(out, source)],
                check=True,
                capture_output=True,
            )
            yield kind, os.path.splitext(source)[0] + "." + kind


def plain(name, lines, split=False):
    sheet = Sheet()
    sheet.head(split=split)
    sheet.put(*HEADINGS, bold=True, border=True)
    for line in lines:
        sheet.put(line["number"], line["fullName"], line["unit"], line["wish"], border=True)
    sheet.sign()
    sheet.save(name)


def titled_twice(name, lines):
    """A heading of two rows, merged cells, and columns that nobody asked for, in an order of their own."""
    sheet = Sheet()
    sheet.head(columns=7)
    top = sheet.put("TT", "Thông tin cá nhân", None, None, "Đơn vị", "Yêu cầu", "Ghi chú", bold=True, border=True)
    low = sheet.put(None, "Họ tên", "Chức danh", "Số ĐT", None, None, None, bold=True, border=True)
    sheet.merge(2, 4, row=top)
    for column in (1, 5, 6, 7):
        sheet.merge(column, column, row=top, to=low)
    for line in lines:
        cells = (line["number"], line["fullName"], line["position"], int(line["phone"]), line["unit"], line["wish"], None)
        sheet.put(*cells, border=True)
    sheet.put(None, f"Tổng cộng: {len(lines)} người", bold=True)
    sheet.sign()
    sheet.save(name, widths=(6, 28, 18, 14, 26, 44, 14))


def grouped(name, groups):
    """Rows under "I. Cấp mới": the group tells the wish."""
    sheet = Sheet()
    sheet.head()
    sheet.put("STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị", bold=True, border=True)
    for numeral, (title, lines) in zip(["I", "II", "III"], groups):
        sheet.put(numeral, title, None, None, bold=True, border=True)
        for line in lines:
            sheet.put(line["number"], line["fullName"], line["unit"], None, border=True)
    sheet.sign()
    sheet.save(name)


def merged_wish(name, lines, spans):
    sheet = Sheet()
    sheet.head()
    sheet.put(*HEADINGS, bold=True, border=True)
    first = sheet.at + 1
    for line in lines:
        sheet.put(line["number"], line["fullName"], line["unit"], None, border=True)
    for start, end in spans:
        sheet.sheet.cell(first + start, 4).value = lines[start]["wish"]
        sheet.merge(4, 4, row=first + start, to=first + end)
    sheet.sign()
    sheet.save(name)


def split_names(name, lines):
    sheet = Sheet()
    sheet.head(columns=5)
    sheet.put("STT", "Họ và tên đệm", "Tên", "Đơn vị công tác", "Nội dung đề nghị", bold=True, border=True)
    for line in lines:
        *before, given = line["fullName"].split()
        sheet.put(line["number"], " ".join(before), given, line["unit"], line["wish"], border=True)
    sheet.sign()
    sheet.save(name, widths=(6, 24, 12, 28, 46))


def unheaded_names(name, lines):
    """`Họ và tên` stands over the first of two columns, over the second nothing."""
    sheet = Sheet()
    sheet.head(columns=5)
    sheet.put("STT", "Họ và tên", None, "Đơn vị công tác", "Nội dung đề nghị", bold=True, border=True)
    for line in lines:
        *before, given = line["fullName"].split()
        sheet.put(line["number"], " ".join(before), given, line["unit"], line["wish"], border=True)
    sheet.sign()
    sheet.save(name, widths=(6, 24, 12, 28, 46))


def written_on(name, lines):
    """Typed as on paper: what is too long for its cell goes on in the cell below."""
    sheet = Sheet()
    sheet.head()
    sheet.put("STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị", bold=True)
    for line in lines:
        *name_words, given = line["fullName"].split()
        *unit_words, place = line["unit"].split()
        wish_words = line["wish"].split()
        half = (len(wish_words) + 1) // 2
        sheet.put(line["number"], " ".join(name_words), " ".join(unit_words), " ".join(wish_words[:half]))
        sheet.put(None, given, place, " ".join(wish_words[half:]))
    sheet.sign()
    sheet.save(name)


def done_before(name, lines, before):
    """What was done last year stands below what is asked: nobody asks for that again."""
    sheet = Sheet()
    sheet.head()
    sheet.put(*HEADINGS, bold=True, border=True)
    for line in lines:
        sheet.put(line["number"], line["fullName"], line["unit"], line["wish"], border=True)
    sheet.sign()
    sheet.at += 2
    sheet.put("Danh sách hộp thư đã cấp năm 2025 (để tham khảo)", bold=True)
    sheet.put(*HEADINGS, bold=True, border=True)
    for line in before:
        sheet.put(line["number"], line["fullName"], line["unit"], line["wish"], border=True)
    sheet.save(name)


def piped(lines):
    """The form as plain text."""
    fields = [
        f"Đơn vị yêu cầu: {REQUESTER['unit']}",
        f"Họ và tên: {REQUESTER['requester']}",
        f"Chức vụ: {REQUESTER['position']}",
        f"Điện thoại liên lạc: {REQUESTER['phone']}",
        f"Nội dung yêu cầu: {REQUESTER['content']}",
    ]
    table = [("STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị")]
    table += [(str(line["number"]), line["fullName"], line["unit"], line["wish"]) for line in lines]
    return "\n".join(["PHIẾU YÊU CẦU", *fields, "", *[" | ".join(line) for line in table], "", "Trân trọng."])


def dittoed(name, lines, marks):
    sheet = Sheet()
    sheet.head()
    sheet.put(*HEADINGS, bold=True, border=True)
    last = {}
    for at, line in enumerate(lines):
        cells = [line["number"], line["fullName"]]
        for column in ("unit", "wish"):
            cells.append(marks[at % len(marks)] if last.get(column) == line[column] else line[column])
            last[column] = line[column]
        sheet.put(*cells, border=True)
    sheet.sign()
    sheet.save(name)


def ticked(name, lines, columns):
    sheet = Sheet()
    sheet.head(columns=6)
    sheet.put("STT", "Họ và tên", "Đơn vị công tác", *[title for title, _ in columns], bold=True, border=True)
    for line in lines:
        ticks = ["x" if action == line["action"] else None for _, action in columns]
        sheet.put(line["number"], line["fullName"], line["unit"], *ticks, border=True)
    sheet.sign()
    sheet.save(name, widths=(6, 28, 28, 12, 18, 12))


def dropped(name, lines, hidden, struck):
    sheet = Sheet()
    sheet.head()
    sheet.put(*HEADINGS, bold=True, border=True)
    for at, line in enumerate(lines):
        row = sheet.put(line["number"], line["fullName"], line["unit"], line["wish"], border=True)
        if at in hidden:
            sheet.sheet.row_dimensions[row].hidden = True
        if at in struck:
            for column in range(1, 5):
                sheet.sheet.cell(row, column).font = Font(name="Times New Roman", strike=True)
    sheet.sign()
    sheet.save(name)


def later_sheet(name, lines):
    sheet = Sheet(title="Phieu yeu cau", before=("Danh ba", "Ghi chu"))
    sheet.head(split=True)
    sheet.put(*HEADINGS, bold=True, border=True)
    for line in lines:
        sheet.put(line["number"], line["fullName"], line["unit"], line["wish"], border=True)
    sheet.sign()
    sheet.save(name)


def page(lines, headings=HEADINGS):
    """The form as a word processor has it."""
    pairs = (
        ("Đơn vị", REQUESTER["unit"]),
        ("Họ và tên", REQUESTER["requester"]),
        ("Chức vụ", REQUESTER["position"]),
        ("Điện thoại liên lạc", REQUESTER["phone"]),
        ("Nội dung yêu cầu", REQUESTER["content"]),
    )
    cells = [(line["number"], line["fullName"], line["unit"], line["wish"]) for line in lines]
    row = "".join(f"<tr>{''.join(f'<td>{escape(str(c))}</td>' for c in line)}</tr>" for line in cells)
    return f"""<html><head><meta charset="utf-8"></head><body>
<p align="center"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</p>
<h2 align="center">PHIẾU YÊU CẦU</h2><p align="center">Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông</p>
{"".join(f"<p>{label}: {escape(value)}</p>" for label, value in pairs)}
<p>Liệt kê cụ thể các yêu cầu (nếu có):</p>
<table border="1" cellspacing="0" width="100%"><tr>{"".join(f"<th>{h}</th>" for h in headings)}</tr>{row}</table>
<p><b>CHÁNH VĂN PHÒNG</b></p><p>{REQUESTER["requester"]}</p></body></html>"""


def letter(name, subtype, body):
    import base64

    lines = [
        "From: snv@kiengiang.gov.vn",
        "To: ttcntttt@kiengiang.gov.vn",
        "Subject: =?utf-8?B?" + base64.b64encode("Phiếu yêu cầu hộp thư".encode()).decode() + "?=",
        f"Message-ID: <{name}@kiengiang.gov.vn>",
        "Date: Mon, 23 Nov 2026 08:00:00 +0700",
        "MIME-Version: 1.0",
        f"Content-Type: text/{subtype}; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        base64.encodebytes(body.encode()).decode(),
    ]
    with open(os.path.join(out, name), "w", newline="") as file:
        file.write("\r\n".join("\n".join(lines).split("\n")))


def reportlab(name, lines, wide=False, borders=True):
    pdfmetrics.registerFont(TTFont("Serif", "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"))
    style = ParagraphStyle("form", fontName="Serif", fontSize=11, leading=14)
    cell = lambda text: Paragraph(escape(str(text)), style)
    story = [cell("SỞ NỘI VỤ"), cell("PHIẾU YÊU CẦU"), cell("Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông")]
    for label, key in (("Đơn vị yêu cầu", "unit"), ("Họ và tên", "requester"), ("Chức vụ", "position")):
        story.append(cell(f"{label}: {REQUESTER[key]}"))
    story.append(cell(f"Điện thoại liên lạc: {REQUESTER['phone']}"))
    story.append(cell(f"Nội dung yêu cầu: {REQUESTER['content']}"))
    body = [[cell(text) for text in HEADINGS]]
    body += [[cell(line[key]) for key in ("number", "fullName", "unit", "wish")] for line in lines]
    size = landscape(A4) if wide else A4
    widths = [w * (1.4 if wide else 1) for w in (35, 130, 130, 190)]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if borders else []
    story.append(Table(body, colWidths=widths, repeatRows=1, style=grid + [("VALIGN", (0, 0), (-1, -1), "TOP")]))
    SimpleDocTemplate(os.path.join(out, name), pagesize=size).build(story)


def further():
    """Each with a seed of its own: one more changes none of the others."""
    random.seed("unheaded-names")
    lines = rows(7)
    unheaded_names("unheaded-names.xlsx", lines)
    note("unheaded-names.xlsx", "xlsx", "given names in a column without a heading", lines)

    random.seed("written-on")
    lines = rows(6, [wish for wish in WISHES if " " in wish[0]])
    written_on("written-on.xlsx", lines)
    note("written-on.xlsx", "xlsx", "rows written on over the cells below", lines)

    random.seed("done-before")
    lines, before = rows(4), rows(4)
    done_before("done-before.xlsx", lines, before)
    for line in before:
        line["action"] = "unclear"
    note("done-before.xlsx", "xlsx", "a list of what was done before", lines + before)

    random.seed("pipes")
    lines = rows(5)
    letter("pipes.text.eml", "plain", piped(lines))
    note("pipes.text.eml", "body", "columns parted by strokes", lines)


def main():
    os.makedirs(out, exist_ok=True)

    lines = rows(6)
    plain("plain.xlsx", lines)
    note("plain.xlsx", "xlsx", "the form as it is", lines)
    for kind, file in convert("plain.xlsx", "pdf", "ods", "xls"):
        note(file, kind, "the form as it is", lines)

    lines = rows(5)
    plain("labels-apart.xlsx", lines, split=True)
    note("labels-apart.xlsx", "xlsx", "labels and values in cells of their own", lines)

    lines = rows(8)
    titled_twice("two-row-heading.xlsx", lines)
    note("two-row-heading.xlsx", "xlsx", "a heading of two rows, other columns, a sum", lines)
    for kind, file in convert("two-row-heading.xlsx", "pdf", "ods"):
        note(file, kind, "a heading of two rows, other columns, a sum", lines)

    lines = rows(7)
    groups = [("Cấp mới hộp thư", lines[:4]), ("Hủy bỏ hộp thư (nghỉ hưu)", lines[4:6]), ("Cấp lại mật khẩu", lines[6:])]
    for (_, group), action in zip(groups, ("create", "cancel", "reset-password")):
        for line in group:
            line["action"] = action
    grouped("groups.xlsx", groups)
    note("groups.xlsx", "xlsx", "rows under a group that tells the wish", lines)
    for kind, file in convert("groups.xlsx", "pdf"):
        note(file, kind, "rows under a group that tells the wish", lines)

    lines = rows(5)
    for start, end in ((0, 2), (3, 4)):
        for line in lines[start : end + 1]:
            line["wish"], line["action"] = lines[start]["wish"], lines[start]["action"]
    merged_wish("merged-wish.xlsx", lines, ((0, 2), (3, 4)))
    note("merged-wish.xlsx", "xlsx", "one wish merged over several people", lines)

    lines = rows(6)
    split_names("names-in-two.xlsx", lines)
    note("names-in-two.xlsx", "xlsx", "names in two columns", lines)

    lines = rows(6)
    for at in (1, 2, 4, 5):
        for key in ("unit", "wish", "action"):
            lines[at][key] = lines[at - 1][key]
    dittoed("ditto.xlsx", lines, ['"', "nt", "như trên", "-nt-"])
    note("ditto.xlsx", "xlsx", "ditto marks", lines)

    columns = [("Cấp mới", "create"), ("Cấp lại mật khẩu", "reset-password"), ("Hủy bỏ", "cancel")]
    lines = rows(6, [(title, action) for title, action in columns])
    ticked("ticks.xlsx", lines, columns)
    note("ticks.xlsx", "xlsx", "a column to tick for each wish", lines)

    lines = rows(7)
    dropped("dropped.xlsx", lines, hidden={1, 4}, struck={2})
    note("dropped.xlsx", "xlsx", "hidden and struck rows", [l for at, l in enumerate(lines) if at not in (1, 2, 4)], 3)
    for kind, file in convert("dropped.xlsx", "ods"):
        note(file, kind, "hidden and struck rows", [l for at, l in enumerate(lines) if at not in (1, 2, 4)], 3)

    lines = rows(4)
    later_sheet("later-sheet.xlsx", lines)
    note("later-sheet.xlsx", "xlsx", "the form on a later sheet", lines)

    lines = rows(6)
    with open(os.path.join(out, "word.html"), "w") as file:
        file.write(page(lines))
    for kind, file in convert("word.html", "docx:MS Word 2007 XML", "odt:writer8", "doc:MS Word 97", "pdf:writer_web_pdf_Export"):
        note(file, kind, "the form in a word processor", lines)
    os.remove(os.path.join(out, "word.html"))

    lines = rows(30)
    with open(os.path.join(out, "word-long.html"), "w") as file:
        file.write(page(lines))
    for kind, file in convert("word-long.html", "docx:MS Word 2007 XML", "pdf:writer_web_pdf_Export"):
        note(file, kind, "a table over several pages", lines)
    os.remove(os.path.join(out, "word-long.html"))

    lines = rows(25)
    reportlab("drawn.pdf", lines)
    note("drawn.pdf", "pdf", "a drawn table over several pages", lines)
    lines = rows(8)
    reportlab("drawn-wide.pdf", lines, wide=True)
    note("drawn-wide.pdf", "pdf", "across the page", lines)
    lines = rows(8)
    reportlab("drawn-no-borders.pdf", lines, borders=False)
    note("drawn-no-borders.pdf", "pdf", "a table without borders", lines)

    lines = rows(3)
    letter("body.html.eml", "html", page(lines))
    note("body.html.eml", "body", "a table in the letter", lines)

    further()

    with open(os.path.join(here, "forms.json"), "w") as file:
        file.write(json.dumps(forms, ensure_ascii=False, indent=1) + "\n")


main()
