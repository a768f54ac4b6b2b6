"""Writes the files beside it: forms in the shapes that clerks give them. `python3 make.py` (Debian: python3-openpyxl python3-docx zip)."""
import datetime
import os
import subprocess
import tempfile
import zipfile

import openpyxl

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


zips()
