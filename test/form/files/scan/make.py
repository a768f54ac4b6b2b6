"""
Makes the forms beside it and a scan of one of them: python3 make.py. Needs openpyxl, LibreOffice, poppler and PIL.
"""

import io
import math
import os
import subprocess
import tempfile
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

here = os.path.dirname(os.path.abspath(__file__))
lines = Border(*[Side(style="thin")] * 4)
PEOPLE = [("Lâm Quốc Bảo", "Cấp lại mật khẩu do quên"), ("Phan Thị Chín", "Cấp mới"), ("Thị Sà Phol", "Hủy bỏ do nghỉ hưu")]


def workbook(people, lines=lines):
    book = Workbook()
    sheet = book.active
    for row in [
        ["PHIẾU YÊU CẦU"],
        ["Đơn vị yêu cầu: Sở Nội vụ"],
        ["Họ và tên: Lê Thị Bích Thủy"],
        ["Chức vụ: Chánh Văn phòng"],
        ["Điện thoại liên lạc: 0918234567"],
        ["Nội dung yêu cầu: Thay đổi hộp thư điện tử"],
        [],
        ["STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị"],
        *[[number, name, "Sở Nội vụ", wish] for number, (name, wish) in enumerate(people, 1)],
    ]:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name="Liberation Serif", size=13)
            if cell.row > 7:
                cell.border = lines
    for column, width in zip("ABCD", (6, 22, 18, 30)):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    return book


def pictured(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path], check=True)
        pdf = os.path.join(folder, os.path.basename(path).replace(".xlsx", ".pdf"))
        subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", pdf, os.path.join(folder, "p")], check=True)
        page = Image.open(os.path.join(folder, "p.png")).convert("L")
        return page.rotate(0.7, resample=Image.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5))


def save(name, people):
    path = os.path.join(here, name)
    workbook(people).save(path)
    return path


page = pictured(save("form.xlsx", PEOPLE))
page.save(os.path.join(here, "form-scan.pdf"), resolution=200, quality=40)
page.rotate(180).save(os.path.join(here, "on-its-head.png"), optimize=True, bits=2)
fax = page.point(lambda shade: 255 if shade > 150 else 0).convert("1")
fax.save(os.path.join(here, "fax.tif"), compression="group4", dpi=(200, 200))
save("other-wish.xlsx", [PEOPLE[0], (PEOPLE[1][0], "Hủy bỏ"), PEOPLE[2]])
save("more-words.xlsx", [PEOPLE[0], (PEOPLE[1][0], "Cấp mới mật khẩu"), PEOPLE[2]])
save("one-more.xlsx", [*PEOPLE, ("Trần Văn Tám", "Cấp mới")])
save("other-people.xlsx", [("Ngô Gia Tự", "Mở khóa"), ("Đoàn Giỏi", "Mở khóa")])
Image.effect_noise((700, 990), 90).save(os.path.join(here, "noise.jpg"), quality=6)

# A table in grey lines, put into the scanner sideways, and the grain of the sheet's blank side before it.
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "pale.xlsx")
    book = workbook(PEOPLE, Border(*[Side(style="thin", color="BFBFBF")] * 4))
    for cell in book.active["A"]:
        book.active.row_dimensions[cell.row].height = 26
    for row in book.active.iter_rows():
        for cell in row:
            cell.alignment = Alignment(vertical="center")
    book.save(path)
    sideways = pictured(path).rotate(90, expand=True)
blank = ImageChops.add(Image.new("L", (1170, 827), 240), Image.effect_noise((1170, 827), 9), 1, -128)
blank.save(
    os.path.join(here, "pale-sideways.pdf"), save_all=True, append_images=[sideways], resolution=100, quality=40
)

jpeg = io.BytesIO()
page.save(jpeg, "JPEG", quality=40)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/package/2006"
O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
with zipfile.ZipFile(os.path.join(here, "scan.docx"), "w", zipfile.ZIP_DEFLATED) as docx:
    docx.writestr(
        "[Content_Types].xml",
        f'<Types xmlns="{R}/content-types"><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    )
    docx.writestr(
        "_rels/.rels",
        f'<Relationships xmlns="{R}/relationships"><Relationship Id="r" Type="{O}/officeDocument" Target="word/document.xml"/></Relationships>',
    )
    docx.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>')
    docx.writestr("word/media/image1.jpeg", jpeg.getvalue())

# A scan of the form with a red mark in a frame, set askew, and one with an ordinary red stamp.
for name, words in [("stamped-secret.png", "MẬT"), ("stamped-copy.png", "SAO Y")]:
    stamp = Image.new("RGBA", (230, 100), (255, 255, 255, 0))
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((3, 3, 226, 96), outline=(215, 60, 70), width=5)
    draw.text((30, 14), words, font=ImageFont.truetype("DejaVuSans-Bold.ttf", 56), fill=(215, 60, 70))
    stamp = stamp.rotate(6, expand=True, resample=Image.BICUBIC)
    stamped = page.convert("RGB")
    stamped.paste(stamp, (1150, 60), stamp)
    stamped.quantize(16).save(os.path.join(here, name), optimize=True)


# Scans of the form that somebody wrote on: a row struck out in waves, a wish with a straight line, a row crossed out in red; and one that is
# signed and sealed as usual, with ticks beside its rows and both reaching into the last of them.
BLUE, RED = (35, 45, 160), (205, 35, 45)


def marked(name, draw_on, save):
    sheet = page.convert("RGB")
    draw_on(ImageDraw.Draw(sheet))
    save(sheet, os.path.join(here, name))


def waves(draw):
    draw.line([(x, 562 - (x - 150) * 0.007 + 7 * math.sin(x / 8)) for x in range(150, 1300, 3)], fill=BLUE, width=4)


def line(draw):
    draw.line([(945, 593), (1120, 590), (1310, 591)], fill=BLUE, width=4)


def cross(draw):
    draw.line([(160, 512), (800, 522), (1420, 530)], fill=RED, width=5)
    draw.line([(165, 545), (760, 520), (1410, 500)], fill=RED, width=5)


def signed(draw):
    for y in (525, 561, 597):
        draw.line([(1500, y), (1510, y + 12), (1536, y - 16)], fill=BLUE, width=4)
    draw.line([(240 + 2 * k + 40 * math.sin(k * 1.1), 740 + 70 * math.sin(k * 0.9)) for k in range(90)], fill=BLUE, width=3)
    draw.line([(300, 700), (360, 600), (380, 640), (330, 720)], fill=BLUE, width=3)
    for radius, width in ((140, 5), (128, 2)):
        draw.ellipse((1180 - radius, 735 - radius, 1180 + radius, 735 + radius), outline=RED, width=width)


marked("struck-waves.pdf", waves, lambda sheet, path: sheet.save(path, resolution=200, quality=40))
marked("struck-wish.png", line, lambda sheet, path: sheet.convert("L").point(lambda v: 255 * (v > 150)).convert("1").save(path, optimize=True))
marked("crossed-red.png", cross, lambda sheet, path: sheet.quantize(16).save(path, optimize=True))
marked("signed.png", signed, lambda sheet, path: sheet.quantize(16).save(path, optimize=True))
