"""Writes the files beside it: forms in the shapes that clerks give them. `python3 make.py` (Debian: python3-openpyxl python3-docx zip)."""
import datetime
import os
import subprocess
import tempfile
import zipfile

import docx
import openpyxl
from docx.enum.style import WD_STYLE_TYPE

here = os.path.dirname(os.path.abspath(__file__))
DAY = datetime.datetime(2026, 11, 24)
HEADING = ["STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị"]
FIELDS = ["Họ và tên: Lê Thị Hoa", "Chức vụ: Chánh Văn phòng", "Điện thoại liên lạc: 0297 3862 001"]


def at(name):
    return os.path.join(here, name)


def workbook(name, lines, change=None):
    """A form of Sở Nội vụ whose table, from row 8 on, is of these lines."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    for line in [["SỞ NỘI VỤ"], ["PHIẾU YÊU CẦU"], *[[field] for field in FIELDS], ["Nội dung yêu cầu:"], [], *lines]:
        book.active.append(line)
    if change:
        change(book.active)
    book.save(at(name))


def document(name, *paragraphs, title="PHIẾU YÊU CẦU"):
    """A form of Sở Nội vụ without a table: these paragraphs, each its words or a pair of words and Word's own style."""
    file = docx.Document()
    file.core_properties.created = file.core_properties.modified = DAY
    for text in ["SỞ NỘI VỤ", title, *FIELDS, "Liệt kê cụ thể các yêu cầu (nếu có):"]:
        file.add_paragraph(text)
    for text, style in [one if isinstance(one, tuple) else (one, None) for one in paragraphs]:
        file.add_paragraph(text, style)
    file.add_paragraph()
    file.add_paragraph("CHÁNH VĂN PHÒNG")
    save(file, name)


def save(file, name):
    # What the template brings along and nothing here uses.
    for style in [style for style in file.styles if style.type == WD_STYLE_TYPE.TABLE]:
        style.delete()
    for holder in (file.part.package, file.part):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in ("thumbnail", "stylesWithEffects", "theme", "customXml"):
                del holder.rels[key]
    file.save(at(name))


def lists():
    items = ["Nguyễn Văn An – Phòng Tổ chức – cấp mới hộp thư", "Lê Văn Tư – Thanh tra – cấp lại mật khẩu"]
    document("typed.docx", *[f"{number}. {item}" for number, item in enumerate(items, 1)])
    document("numbered.docx", *[(item, "List Number") for item in items])
    document("bulleted.docx", *[(item, "List Bullet") for item in items])
    labels = ("Họ tên", "Đơn vị", "Nội dung")
    document("labelled.docx", *[
        f"{number}. " + " / ".join(f"{label}: {part}" for label, part in zip(labels, item.split(" – "), strict=True))
        for number, item in enumerate(items, 1)
    ])
    document("announced.docx", "Đề nghị cấp mới hộp thư cho các cán bộ sau:", "1. Nguyễn Văn An – Phòng Tổ chức", "2. Lê Văn Tư – Thanh tra")
    document("goes-on.docx", f"1. {items[0]}", "2. Lê Văn Tư – Thanh tra – hủy bỏ hộp thư", "sau khi có quyết định nghỉ hưu")
    document("half.docx", f"1. {items[0]}", "2. Lê Văn Tư – Thanh tra")
    document("covering.docx", f"1. {items[0]}", title="CÔNG VĂN")



def side_by_side():
    beside = [
        ["STT", "Họ và tên", "Đơn vị", None, None, "STT", "Họ và tên", "Đơn vị"],
        [1, "Nguyễn Văn An", "Phòng Tổ chức", None, None, 1, "Lê Văn Tư", "Thanh tra"],
        [None, None, None, None, None, 2, "Trần Văn Bảy", "Thanh tra"],
    ]
    workbook("side-titles.xlsx", [["Cấp mới", None, None, None, None, "Hủy bỏ"], *beside])
    workbook("side-one-title.xlsx", [["Cấp mới"], *beside])
    wishes = [[*HEADING, *HEADING], [1, "Nguyễn Văn An", "Phòng Tổ chức", "Cấp mới", 1, "Lê Văn Tư", "Thanh tra", "Hủy bỏ"]]
    workbook("side-wishes.xlsx", wishes)
    workbook("side-merged.xlsx", wishes, lambda sheet: sheet.merge_cells("D9:E9"))



def on_their_side():
    lines = [
        ["STT", 1, 2],
        ["Họ và tên", "Nguyễn Văn An", "Lê Văn Tư"],
        ["Đơn vị công tác", "Phòng Tổ chức"],
        ["Nội dung đề nghị", "Cấp mới hộp thư", "Cấp lại mật khẩu"],
        ["Ghi chú", None, "chưa làm"],
    ]
    workbook("on-its-side.xlsx", lines, lambda sheet: sheet.merge_cells("B10:C10"))
    workbook("on-its-side-twice.xlsx", [*lines, ["Nội dung đề nghị", "Hủy bỏ", "Hủy bỏ"]])
    workbook("on-its-side-stray.xlsx", [*lines[:3], [*lines[3], "Hủy bỏ"]])
    file = docx.Document()
    file.core_properties.created = file.core_properties.modified = DAY
    for text in ["SỞ NỘI VỤ", "PHIẾU YÊU CẦU", *FIELDS]:
        file.add_paragraph(text)
    table = file.add_table(rows=0, cols=3)
    for line in lines[1:4]:
        for cell, text in zip(table.add_row().cells, [*line, ""]):
            cell.text = text
    save(file, "on-its-side.docx")


def zips():
    workbook("cap-moi.xlsx", [HEADING, [1, "Nguyễn Văn An", "Phòng Tổ chức", "Cấp mới hộp thư"]])
    workbook("huy.xlsx", [HEADING, [1, "Lê Văn Tư", "Phòng Tổ chức", "Hủy bỏ"]])
    with zipfile.ZipFile(at("hai-phieu.zip"), "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("Hồ sơ/", "")
        file.write(at("cap-moi.xlsx"), "Hồ sơ/Cấp mới.xlsx")
        file.write(at("huy.xlsx"), "Hồ sơ/Hủy bỏ.xlsx")
        file.writestr("Hồ sơ/~$Cấp mới.xlsx", "x" * 162)
        file.writestr("Hồ sơ/Thumbs.db", "x")
    with zipfile.ZipFile(at("zip-trong-zip.zip"), "w") as file:
        file.write(at("cap-moi.xlsx"), "Cấp mới.xlsx")
        file.write(at("hai-phieu.zip"), "Đợt trước.zip")
    with zipfile.ZipFile(at("ra-ngoai.zip"), "w", zipfile.ZIP_DEFLATED) as file:
        file.write(at("cap-moi.xlsx"), "../../Cấp mới.xlsx")
    with zipfile.ZipFile(at("qua-nhieu.zip"), "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(21):
            file.writestr(f"{number}.pdf", "%PDF-1.4")
    with tempfile.TemporaryDirectory() as folder:
        locked = os.path.join(folder, "co-mat-khau.zip")
        subprocess.run(["zip", "-qjP", "bi-mat", locked, at("cap-moi.xlsx")], check=True)
        os.replace(locked, at("co-mat-khau.zip"))
    for name in ("cap-moi.xlsx", "huy.xlsx"):
        os.remove(at(name))


lists()
side_by_side()
on_their_side()
zips()
