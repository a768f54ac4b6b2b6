"""Makes the calc-wide-*.pdf beside it: sheets wider than the paper, printed by LibreOffice. Needs openpyxl, pypdf and LibreOffice."""

import os
import subprocess
import tempfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from pypdf import PdfWriter

here = os.path.dirname(os.path.abspath(__file__))
HEADING = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Điện thoại", "Nội dung đề nghị", "Ghi chú"]
WIDTHS = [6, 26, 22, 26, 16, 44, 24]
FIELDS = ["Họ và tên: Trần Văn Bình", "Chức vụ: Chánh Văn phòng", "Điện thoại liên lạc: 0297 3812 345", "Nội dung yêu cầu: Cấp mới, hủy bỏ hộp thư"]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Danh"]
MIDDLE = ["Văn", "Thị Ngọc", "Hữu", "Thùy"]
GIVEN = ["An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khánh"]
WISHES = ["Cấp mới hộp thư", "Hủy bỏ", "Cấp lại mật khẩu"]
LONG_WISH = "Cấp lại mật khẩu hộp thư công vụ do người sử dụng quên mật khẩu"


def person(i, wishes):
    return [
        i + 1,
        f"{FAMILY[i % 6]} {MIDDLE[i % 4]} {GIVEN[i % 7]}",
        ["Chuyên viên", "Văn thư"][i % 2],
        ["Phòng Thanh tra", "Văn phòng Sở", "Phòng Tổ chức"][i % 3],
        f"0913 555 {i + 100}",
        wishes[i % len(wishes)],
        ["", "Gấp"][i % 2] if i % 4 else "Nghỉ từ tháng 10",
    ]


class Sheet:
    def __init__(self, count, lines=True, wishes=WISHES, valign=None, over=False, rows=None, columns=None, change=None):
        self.book = Workbook()
        sheet = self.sheet = self.book.active
        sheet.title = "Phieu"
        self.at = 0
        self.font = Font(name="Liberation Serif", size=12)
        for letter, width in enumerate(WIDTHS, 1):
            sheet.column_dimensions[get_column_letter(letter)].width = width
        self.put("SỞ NỘI VỤ", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        self.put(None, None, None, None, None, "Độc lập - Tự do - Hạnh phúc")
        self.put(None, None, "PHIẾU YÊU CẦU")
        self.put("Kính gửi: Sở Thông tin và Truyền thông")
        for field in FIELDS:
            self.put(field)
        self.put()
        self.put(*HEADING, border=lines, wrap=True)
        heading = self.at
        for i in range(count):
            self.put(*person(i, wishes), border=lines, wrap=True, valign=valign)
        self.put()
        self.put(None, "CHÁNH VĂN PHÒNG", None, None, None, "NGƯỜI LẬP YÊU CẦU")
        self.put()
        self.put()
        self.put(None, "Trần Văn Bình", None, None, None, "Lê Thị Cúc")
        setup = sheet.page_setup
        setup.paperSize, setup.orientation = 9, "portrait"
        setup.pageOrder = "overThenDown" if over else "downThenOver"
        if rows:
            sheet.print_title_rows = f"{heading}:{heading}"
        if columns:
            sheet.print_title_cols = columns
        if change:
            change(sheet, heading)

    def put(self, *cells, border=False, wrap=False, valign=None):
        self.at += 1
        for column, text in enumerate(cells, 1):
            cell = self.sheet.cell(self.at, column, text if text != "" else None)
            cell.font = self.font
            if border:
                cell.border = Border(*[Side(style="thin")] * 4)
            cell.alignment = Alignment(wrap_text=wrap, vertical=valign, horizontal="center" if column == 1 and wrap else None)
        if LONG_WISH in cells:
            self.sheet.row_dimensions[self.at].height = 33

    def save(self, name, folder):
        source = os.path.join(folder, f"calc-wide-{name}.xlsx")
        self.book.save(source)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # LibreOffice says elsewhere how long a stream is; there pdf-lib, which binds pages of these anew, guesses wrong now and then.
        PdfWriter(clone_from=source.replace(".xlsx", ".pdf")).write(os.path.join(here, f"calc-wide-{name}.pdf"))


def crossing(sheet, heading):
    """Words that begin on one page and end on the next."""
    sheet["A8"] = "Nội dung yêu cầu: Cấp mới và hủy bỏ hộp thư điện tử công vụ cho công chức, viên chức của Sở năm 2026"
    sheet.merge_cells("C1:F1")
    sheet["C1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["C1"].alignment = Alignment(horizontal="center")


def grouped(sheet, heading):
    """Titles of groups across the sheet, and a heading in two rows that says what to tick."""

    def row(at, *cells):
        sheet.insert_rows(at)
        for column in range(1, 8):
            sheet.cell(at, column).border = Border(*[Side(style="thin")] * 4)
            sheet.cell(at, column).font = Font(name="Liberation Serif", size=12)

    for at, text in ((heading + 1, "I. Phòng Thanh tra"), (heading + 4, "II. Văn phòng Sở")):
        row(at)
        sheet.cell(at, 1).value = text
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=7)
    row(heading + 1)
    for merged in sheet.merged_cells.ranges:
        merged.shift(row_shift=1)
    for column in range(1, 6):
        sheet.merge_cells(start_row=heading, end_row=heading + 1, start_column=column, end_column=column)
    sheet.merge_cells(start_row=heading, end_row=heading, start_column=6, end_column=7)
    sheet.cell(heading + 1, 6).value, sheet.cell(heading + 1, 7).value = "Cấp mới", "Hủy bỏ"
    for at in range(heading + 2, sheet.max_row + 1):
        number = sheet.cell(at, 1).value
        if isinstance(number, int):
            sheet.cell(at, 6).value, sheet.cell(at, 7).value = (None, "x") if number % 2 else ("x", None)


def open_sides(sheet, heading):
    """The wish and what follows it stand outside the table's lines."""
    for row in sheet.iter_rows(min_row=heading, max_row=heading + 6, min_col=6):
        for cell in row:
            cell.border = Border()


def other_name(sheet, heading):
    sheet.cell(heading + 2, 2).value = "Trần Thị Ngọc Bích"


def headed(sheet, heading):
    sheet.oddHeader.center.text = "DANH SÁCH HỘP THƯ"
    sheet.oddFooter.left.text = "Trang &P/&N"


def landscape(sheet, heading):
    headed(sheet, heading)
    sheet.page_setup.orientation = "landscape"
    sheet.print_options.horizontalCentered = True


def tall(sheet, heading):
    """No wide sheet: two pages full of rows that nobody numbered, at the same heights."""
    sheet.delete_rows(heading + 92, 20)
    for row in sheet.iter_rows(min_row=heading + 1, max_row=heading + 91):
        row[0].value = None
    sheet.delete_cols(7)
    sheet.delete_cols(3, 3)
    for letter, width in zip("ABC", (6, 26, 36)):
        sheet.column_dimensions[letter].width = width
    sheet.delete_rows(1, heading - 1)


def held(sheet, heading):
    """Words below the table that take it back, cut in two by the end of a page."""
    sheet.cell(heading + 40, 1).value = "Các yêu cầu trên đây đề nghị Trung tâm tiếp nhận để chuẩn bị, nhưng chưa thực hiện khi chưa có ý kiến"
    sheet.cell(heading + 40, 1).font = Font(name="Liberation Serif", size=12)


with tempfile.TemporaryDirectory() as folder:
    Sheet(6).save("six", folder)
    Sheet(60, over=True, rows=True).save("over", folder)
    Sheet(60, change=headed).save("down", folder)
    Sheet(6, columns="A:B").save("columns", folder)
    Sheet(6, columns="A:B", change=other_name).save("other-name", folder)
    Sheet(6, wishes=[*WISHES, LONG_WISH], change=crossing).save("crossing", folder)
    Sheet(6, change=grouped).save("groups", folder)
    Sheet(6, change=open_sides).save("open-sides", folder)
    Sheet(6, lines=False).save("bare", folder)
    Sheet(60, lines=False, rows=True, columns="A:B", change=landscape).save("bare-columns", folder)
    Sheet(6, lines=False, change=crossing).save("bare-crossing", folder)
    Sheet(6, columns="A:A").save("numbers", folder)
    Sheet(6, lines=False, columns="A:A").save("bare-numbers", folder)
    Sheet(100, change=tall).save("not", folder)
    Sheet(36).save("signed-overleaf", folder)
    Sheet(36, change=held).save("held-overleaf", folder)
