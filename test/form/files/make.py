"""Makes the workbooks beside it with openpyxl and LibreOffice: python3 make.py (both must be installed)."""

import datetime
import os
import shutil
import subprocess
import tempfile
import zipfile

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Border, Color, Font, GradientFill, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

here = os.path.dirname(os.path.abspath(__file__))
HEADING = ["STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hợp thư..."]


def head(ws, unit="UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ"):
    ws["A1"] = unit
    ws.merge_cells("A1:B2")
    ws["C1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    ws["C2"] = "Độc lập - Tự do - Hạnh phúc"
    ws["A4"] = "PHIẾU YÊU CẦU"
    ws.merge_cells("A4:D4")
    ws["A5"] = "Kính gửi: Sở Thông tin và Truyền thông"
    ws["A6"] = "Họ và tên: Trần Văn Bình ……"
    ws["A7"] = "Chức vụ:"
    ws["B7"] = "Chánh Văn phòng"
    ws["A8"] = "Điện thoại liên lạc:"
    ws["B8"] = 912345678
    ws["A9"] = "Nội dung yêu cầu: ……………………"
    ws["A10"] = "Liệt kê cụ thể các yêu cầu (nếu có):"


def sign(ws, row):
    ws.cell(row, 1, "CHÁNH VĂN PHÒNG")
    ws.cell(row, 4, "NGƯỜI LẬP YÊU CẦU")
    ws.cell(row + 4, 1, "Trần Văn Bình")
    ws.cell(row + 4, 4, "Lê Thị Cúc")


def rows(ws, at, *lines):
    for offset, line in enumerate(lines):
        for column, value in enumerate(line, 1):
            if value is not None:
                ws.cell(at + offset, column, value)


def everything():
    """Formulas without results, strikes, hidden and filtered rows, merges, a list, hidden sheets."""
    wb = Workbook()
    ws = wb.active
    ws.title = "Danh sách"
    head(ws)
    rows(
        ws,
        12,
        HEADING,
        [1, "Nguyễn Văn An", "Phòng Tổ chức", "Cấp mới hộp thư"],
        ["=A13+1", "  Lê  Thị\u200b Hoa ", "Phòng Tổ chức", "=\"Hủy\"&\" bỏ\""],
        [3, "Trần Văn Ẩn", "Phòng Tổ chức", "Hủy bỏ"],
        [4, "Phạm Bị Gạch", "Phòng Tổ chức", "Hủy bỏ"],
        [5, "Đỗ Thị Lọc", "Phòng Tổ chức", "Hủy bỏ"],
        [6, None, "Phòng Tổ chức", "Cấp lại mật khẩu"],
        [7, "Võ Văn Gộp", "Phòng Thanh tra", datetime.date(2026, 3, 5)],
    )
    ws.row_dimensions[15].hidden = True
    for cell in ws[16]:
        cell.font = Font(strike=True)
    ws.auto_filter.ref = "A12:D19"
    ws.auto_filter.add_filter_column(1, ["Nguyễn Văn An"])
    ws.row_dimensions[17].hidden = True
    ws["E12"] = "Ghi chú"
    ws["E13"] = "không ai thấy"
    ws.column_dimensions["E"].hidden = True
    choice = DataValidation(type="list", formula1='"Cấp mới,Hủy bỏ"', allow_blank=True)
    choice.add("D13:D500")
    ws.add_data_validation(choice)
    sign(ws, 22)
    other = wb.create_sheet("Ẩn")
    head(other, "SỞ Y TẾ")
    rows(other, 12, HEADING, [1, "Không Ai Thấy", "X", "Hủy bỏ"])
    other.sheet_state = "hidden"
    wb.save(os.path.join(here, "openpyxl-everything.xlsx"))


def iso_dates():
    wb = Workbook(iso_dates=True)
    ws = wb.active
    rows(ws, 3, ["TT", "Họ tên", "Yêu cầu", "Ghi chú"], [1, "Nguyễn Văn An", "Hủy bỏ hộp thư", datetime.datetime(2026, 3, 5)])
    wb.save(os.path.join(here, "openpyxl-iso-dates.xlsx"))


def sheets():
    """The form on one sheet, its list on the next, another form on a third, an old copy of it, and a guide."""
    wb = Workbook()
    ws = wb.active
    ws.title = "Phiếu"
    head(ws)
    ws["A9"] = "Nội dung yêu cầu: Cấp mới hộp thư cho danh sách kèm theo"
    extra = wb.create_sheet("Kèm theo")
    rows(extra, 2, ["STT", "Họ và tên", "Ngày sinh", "Đơn vị"], [1, "Nguyễn Văn An", "1/2/1990", "Phòng A"], [2, "Lê Thị Hoa", None, "Phòng B"])
    for name in ("Sở Y tế", "Sở Y tế (2)"):
        third = wb.create_sheet(name)
        head(third, "SỞ Y TẾ")
        rows(third, 12, HEADING, [1, "Võ Thị Ba", "Văn phòng", "Mở khóa"])
    guide = wb.create_sheet("Hướng dẫn")
    rows(guide, 1, HEADING, [1, "Nguyễn Văn A", "Phòng A", "Cấp mới hộp thư"])
    wb.save(os.path.join(here, "openpyxl-sheets.xlsx"))


def wish_sheets():
    """Sheets called after what is asked for the people on them, a list of which nothing is asked, and rows without a heading."""
    wb = Workbook()
    ws = wb.active
    ws.title = "Cấp lại MK"
    people = ["STT", "Họ và tên", "Đơn vị công tác"]
    head(ws)
    rows(ws, 12, people, [1, "Lê Văn Tư", "Sở Nội vụ"])
    sign(ws, 15)
    for name, person in (("Hủy bỏ", "Trần Quốc Bảo"), ("Danh bạ", "Quách Thành Phát"), ("Nghỉ hưu", "Võ Thị Ba")):
        rows(wb.create_sheet(name), 1, people, [1, person, "Sở Nội vụ"])
    rows(wb.create_sheet("Bổ sung"), 1, [1, "Đỗ Văn Năm", "Sở Nội vụ", "Hủy bỏ"])
    wb.save(os.path.join(here, "openpyxl-wish-sheets.xlsx"))


def compared():
    """A condition that strikes out rows by what stands in another column: marked, not marked, marked by a formula without a result."""
    wb = Workbook()
    ws = wb.active
    head(ws)
    rows(
        ws,
        12,
        HEADING,
        [1, "Lê Văn Tư", "blank", "Hủy bỏ"],
        [2, "Trần Quốc Bảo", "marked", "Hủy bỏ", "X"],
        [3, "Quách Thành Phát", "other mark", "Hủy bỏ", "v"],
        [4, "Võ Thị Ba", "formula", "Hủy bỏ", '=IF(1=1,"x","")'],
    )
    ws.conditional_formatting.add("A13:D16", FormulaRule(formula=['$E13="x"'], font=Font(strike=True)))
    # Another row's mark, and one that the cell may have itself.
    rows(ws, 17, [5, "Danh Út", "row above", "Hủy bỏ"], [6, "Thị Hồng Thắm", "own words", "Hủy bỏ"])
    ws.conditional_formatting.add("A17:D17", FormulaRule(formula=['$E15="x"'], font=Font(strike=True)))
    ws.conditional_formatting.add("A18:D18", FormulaRule(formula=['A18="hủy bỏ"'], font=Font(strike=True)))
    wb.save(os.path.join(here, "openpyxl-compared.xlsx"))


def former_sheets():
    earlier = (("Đã cấp 2025", "Trần Văn Trước"), ("Phiếu cũ", "Lê Thị Xưa"), ("Nháp", "Đỗ Văn Nháp"), ("khong gui", "Vũ Văn Thôi"))
    named_sheets("former-sheets", *earlier, ("Nhập liệu", "Nguyễn Văn Nay"))
    named_sheets("draft-sheet", ("Nháp", "Đỗ Văn Nháp"))


def named_sheets(file, *sheets):
    wb = Workbook()
    for name, person in sheets:
        ws = wb.create_sheet(name)
        ws["A1"], ws["A2"] = "SỞ NỘI VỤ", "PHIẾU YÊU CẦU"
        ws["A3"] = "Họ và tên: Trần Văn Bình"
        for at, line in enumerate((["STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị"], [1, person, "Văn phòng", "Cấp mới"]), 5):
            for column, words in enumerate(line, 1):
                ws.cell(at, column, words)
    wb.remove(wb.worksheets[0])
    wb.save(os.path.join(here, f"openpyxl-{file}.xlsx"))


def no_form():
    wb = Workbook()
    ws = wb.active
    rows(ws, 1, ["Tháng", "Số văn bản"], ["Tháng 1", 15], ["Tháng 2", 20])
    wb.save(os.path.join(here, "openpyxl-no-form.xlsx"))


def secret():
    wb = Workbook()
    ws = wb.active
    head(ws)
    ws["D3"] = "T U Y Ệ T   M Ậ T"
    rows(ws, 12, HEADING, [1, "Nguyễn Văn An", "Phòng A", "Cấp mới"])
    wb.save(os.path.join(here, "openpyxl-secret.xlsx"))
    wb = Workbook()
    ws = wb.active
    head(ws)
    ws.oddHeader.center.text = "MẬT"
    rows(ws, 12, HEADING, [1, "Nguyễn Văn An", "Phòng A", "Cấp mới"])
    wb.save(os.path.join(here, "openpyxl-secret-header.xlsx"))


def draft():
    wb = Workbook()
    ws = wb.active
    head(ws)
    ws.oddFooter.left.text = "DỰ THẢO"
    rows(ws, 12, HEADING, [1, "Nguyễn Văn An", "Phòng A", "Cấp mới"])
    wb.save(os.path.join(here, "openpyxl-draft-footer.xlsx"))


def looks():
    """An office's own table with looks, and with what may not go back: formulas, links, names, conditions, a hidden sheet."""
    wb = Workbook()
    ws = wb.active
    ws.title = "Danh sách"
    head(ws)
    box = Border(*[Side(style="thin")] * 4)
    rows(
        ws,
        12,
        ["STT", "Mã số", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị"],
        [1, "KG-001", "Nguyễn Văn An", "Phòng Tổ chức", "Cấp mới hộp thư"],
        [2, "KG-002", "Lê Thị Hoa", "Phòng Tổ chức", "Hủy bỏ"],
        [3, "KG-003", "Võ Văn Gộp", "Phòng Thanh tra", "Cấp lại mật khẩu"],
    )
    for cells in ws["A12:E15"]:
        for cell in cells:
            cell.border = box
            cell.font = Font(name="Arial", bold=cell.row == 12)
    for cell in ws[12]:
        cell.fill = PatternFill("solid", fgColor="1F4E79")
    ws.column_dimensions["C"].width = 26
    ws.column_dimensions["F"].hidden = True
    ws.row_dimensions[14].height = 22
    ws["B13"].hyperlink = "http://stranger.example/"
    ws["C13"].comment = Comment("stranger", "stranger")
    ws["A30"] = '=HYPERLINK("http://stranger.example/","stranger")'
    ws["A31"] = "='[http://stranger.example/a.xlsx]S'!A1"
    ws.conditional_formatting.add("A13:E15", CellIsRule(operator="equal", formula=["1"], font=Font(bold=True)))
    choice = DataValidation(type="list", formula1='"stranger"')
    choice.add("E13:E15")
    ws.add_data_validation(choice)
    ws.print_title_rows = "12:12"
    hidden = wb.create_sheet("Ẩn")
    hidden["A1"] = "stranger"
    hidden.sheet_state = "hidden"
    wb.save(os.path.join(here, "openpyxl-looks.xlsx"))


def unseen():
    """Rows that are in the file and that nobody sees, or that are seen in spite of unusual looks; what each is stands in its unit."""
    wb = Workbook()
    ws = wb.active
    ws.title = "Phiếu"
    head(ws)
    solid = lambda colour: PatternFill("solid", fgColor=colour)
    white = {"color": "FFFFFFFF"}
    looks = [
        ("plain", {}, None),
        ("white", white, None),
        ("white of the theme", {"color": Color(theme=0)}, None),
        ("nearly white by a tint", {"color": Color(theme=1, tint=0.97)}, None),
        ("white of the palette", {"color": Color(indexed=9)}, None),
        ("size of one point", {"size": 1}, None),
        ("black on black", {"color": "FF000000"}, solid("FF101010")),
        ("black of no colour on black", {}, solid("FF101010")),
        ("pale grey", {"color": "FFD9D9D9"}, None),
        ("yellow", {"color": "FFFFFF00"}, None),
        ("white on a gradient", white, GradientFill(stop=("FFFFFFFF", "FF1F4E79"))),
        ("grey", {"color": "FF7F7F7F"}, None),
        ("red on yellow", {"color": "FFFF0000"}, solid("FFFFFF00")),
        ("white on blue", white, solid("FF4472C4")),
        ("black on grey", {}, solid(Color(theme=0, tint=-0.25))),
        ("white on a dark gradient", white, GradientFill(stop=("FF1F4E79", "FF4472C4"))),
    ]
    others = [
        "shown by no format", "white by its format", "shown by a format", "pushed together", "a white word in the wish", "a white wish", "a white number",
        "white under a condition", "white on blue under a condition", "white where errors are", "white beside a blank", "struck under a condition", "in a closed group", "in a group", "white in a condition's blue",
    ]
    names = ["An", "Bình", "Chi", "Dung", "Em", "Giang", "Hà", "Kha", "Lan", "Mai", "Nga", "Oanh", "Phú", "Quý", "Sơn", "Tâm", "Uyên", "Vân", "Xuân", "Yến", "Anh", "Bích", "Cúc", "Diệp", "Đạt", "Hoa", "Hùng", "Khoa", "Loan", "Minh", "Nam"]
    rows(ws, 12, HEADING)
    for column in range(1, 5):
        ws.cell(12, column).font, ws.cell(12, column).fill = Font(bold=True, **white), solid("FF1F4E79")
    at = {}
    for number, (name, what) in enumerate(zip(names, [look[0] for look in looks] + others, strict=True), 1):
        at[what] = 12 + number
        rows(ws, 12 + number, [number, f"Nguyễn Thị {name}", what, "Hủy bỏ hộp thư"])
    cells = lambda what: [ws.cell(at[what], column) for column in range(1, 5)]
    for what, font, fill in looks:
        for cell in cells(what):
            if font:
                cell.font = Font(**font)
            if fill:
                cell.fill = fill
    for what, number_format in ("shown by no format", ";;;"), ("white by its format", "[White]@"), ("shown by a format", "0;-0;;@"):
        for cell in cells(what):
            cell.number_format = number_format
    ws.row_dimensions[at["pushed together"]].height = 2
    ws.cell(at["a white word in the wish"], 4).value = CellRichText(TextBlock(InlineFont(**white), "Không "), TextBlock(InlineFont(color="FF000000"), "hủy bỏ hộp thư"))
    ws.cell(at["a white wish"], 4).font = Font(**white)
    ws.cell(at["a white number"], 1).font = Font(**white)
    painted = lambda what: f"A{at[what]}:D{at[what]}"
    blue = PatternFill(bgColor="FF203864")
    ws.conditional_formatting.add(painted("white under a condition"), FormulaRule(formula=["TRUE"], font=Font(**white)))
    ws.conditional_formatting.add(painted("white on blue under a condition"), FormulaRule(formula=["TRUE"], font=Font(**white), fill=blue))
    ws.conditional_formatting.add(painted("white where errors are"), FormulaRule(formula=[f"ISERROR(A{at['white where errors are']})"], font=Font(**white)))
    ws.conditional_formatting.add(painted("white beside a blank"), FormulaRule(formula=[f"ISBLANK($F{at['white beside a blank']})"], font=Font(**white)))
    ws.conditional_formatting.add(painted("struck under a condition"), FormulaRule(formula=["TRUE"], font=Font(strike=True)))
    ws.conditional_formatting.add(painted("white in a condition's blue"), FormulaRule(formula=["TRUE"], fill=blue))
    for cell in cells("white in a condition's blue"):
        cell.font = Font(**white)
    ws.row_dimensions[at["in a closed group"]].outlineLevel = 1
    ws.row_dimensions[at["in a group"]].collapsed = True
    sign(ws, at["white in a condition's blue"] + 2)
    more = wb.create_sheet("Bảng")
    rows(more, 1, HEADING, [1, "Trần Văn Ba", "plain", "Mở khóa hộp thư"], [2, "Trần Văn Tư", "white in a table", "Mở khóa hộp thư"], [3, "Trần Văn Năm", "red in a table", "Mở khóa hộp thư"])
    table = Table(displayName="DanhSach", ref="A1:D4")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    more.add_table(table)
    for column in range(1, 5):
        more.cell(1, column).font = more.cell(3, column).font = Font(**white)
        more.cell(4, column).font = Font(color="FFFF0000")
    for title, state in ("Ẩn", "hidden"), ("Ẩn kỹ", "veryHidden"):
        sheet = wb.create_sheet(title)
        sheet.sheet_state = state
        rows(sheet, 1, HEADING, [1, "Lê Văn Không", "on a hidden sheet", "Hủy bỏ hộp thư"])
    wb.save(os.path.join(here, "openpyxl-unseen.xlsx"))


def signs():
    """Texts that begin as a formula does, in all the ways in which a cell holds a text."""
    wb = Workbook()
    ws = wb.active
    head(ws)
    shared = [
        "<t>=1+1</t>",
        "<t>+84 297</t>",
        "<t>-2+3</t>",
        "<t>@SUM(1)</t>",
        '<t xml:space="preserve">\t=1</t>',
        "<t>\u200b=1</t>",
        "<t>\u00a0\u202e=1</t>",
        "<t>＝1</t>",
        "<t>_x003D_1</t>",
        "<t>_x0009__x003D_1</t>",
        '<t xml:space="preserve">  - Phòng A</t>',
        "<r><rPr><b/></rPr><t>\u200b</t></r><r><t>=1</t></r>",
    ]
    cells = [f't="s"><v>{at}</v>' for at in range(len(shared))] + [
        't="inlineStr"><is><t>@1</t></is>',
        't="inlineStr"><is><t>_x005F_x003D_1</t></is>',
        't="str"><v>=1</v>',
        't="str"><v>_x002B_1</v>',
    ]
    rows(ws, 12, HEADING, *[[at, "Nguyễn Văn An", f"CELL{at}.", "Cấp mới hộp thư"] for at in range(len(cells))])
    plain = os.path.join(here, "openpyxl-signs.tmp")
    wb.save(plain)
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(
        os.path.join(here, "openpyxl-signs.xlsx"), "w", zipfile.ZIP_DEFLATED
    ) as after:
        for name in before.namelist():
            xml = before.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                for at, cell in enumerate(cells):
                    xml = xml.replace(f't="inlineStr"><is><t>CELL{at}.</t></is>', cell)
                assert "CELL" not in xml
            if name == "[Content_Types].xml":
                xml = xml.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{types}"/></Types>')
            if name == "xl/_rels/workbook.xml.rels":
                added = f'<Relationship Id="rIdS" Type="{relation}" Target="sharedStrings.xml"/>'
                xml = xml.replace("</Relationships>", f"{added}</Relationships>")
            after.writestr(name, xml)
        texts = "".join(f"<si>{text}</si>" for text in shared)
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        after.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{texts}</sst>')
    os.remove(plain)


def printed():
    """Sheets of which only a part is printed: around all rows, two of the three, none of them, and two parts that hold all."""
    wb = Workbook()
    areas = ("A1:D20", "A1:D13", "A1:D9", "A1:D13,A14:D30")
    for ws, area in zip([wb.active] + [wb.create_sheet() for _ in areas[1:]], areas):
        ws.title = f"Đợt {wb.index(ws) + 1}"
        head(ws)
        rows(ws, 11, HEADING, *[[at, f"Lê Văn {name}", "Sở Nội vụ", "Hủy bỏ"] for at, name in ((1, "Tư"), (2, "Năm"), (3, "Sáu"))])
        ws.print_area = area
    wb.save(os.path.join(here, "openpyxl-printed.xlsx"))


def libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        # It writes what it read in its own way.
        command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", folder, os.path.join(here, "openpyxl-unseen.xlsx")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(folder, "openpyxl-unseen.xlsx"), os.path.join(here, "libreoffice-unseen.xlsx"))
    for name in ("libreoffice.fods", "libreoffice-list.csv"):
        filters = ["--infilter=CSV:44,34,76,1"] if name.endswith(".csv") else []
        command = ["soffice", "--headless", *filters, "--convert-to", "xlsx", "--outdir", here, os.path.join(here, name)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


for make in (everything, iso_dates, sheets, wish_sheets, compared, former_sheets, no_form, secret, draft, looks, unseen, signs, printed, libreoffice):
    make()
