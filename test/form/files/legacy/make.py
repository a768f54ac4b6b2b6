#!/usr/bin/env python3
"""Makes the forms of this folder: `python3 make.py` (Debian: python3-openpyxl, libreoffice-writer-nogui).

tcvn3.xlsx is typed in the ABC fonts of TCVN3, with openpyxl; tcvn3.docx and vni.docx in the fonts of their codes, by LibreOffice;
mixed.xlsx is the centre's form in Unicode, filled in TCVN3. The tables of the codes are of this script alone.
"""
import datetime, html, os, subprocess, unicodedata
import openpyxl
from openpyxl.styles import Font

here = os.path.dirname(os.path.abspath(__file__))
DAY = datetime.datetime(2026, 11, 24, 2, 0, 0)

SMALL = 'ăâêôơưđ', 'àảãáạ', 'ằẳẵắặ', 'ầẩẫấậ', 'èẻẽéẹ', 'ềểễếệ', 'ìỉĩíị', 'òỏõóọ', 'ồổỗốộ', 'ờởỡớợ', 'ùủũúụ', 'ừửữứự', 'ỳỷỹýỵ'
CODES = (
    'A8A9AAABACADAE', 'B5B6B7B8B9', 'BBBCBDBEC6', 'C7C8C9CACB', 'CCCECFD0D1', 'D2D3D4D5D6', 'D7D8DCDDDE',
    'DFE1E2E3E4', 'E5E6E7E8E9', 'EAEBECEDEE', 'EFF1F2F3F4', 'F5F6F7F8F9', 'FAFBFCFDFE')
TCVN3 = {letter: bytes.fromhex(codes)[at:at + 1].decode('latin-1')
         for letters, codes in zip(SMALL, CODES) for at, letter in enumerate(letters)}
TCVN3.update(zip('ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§'))


def tcvn3(text):
    """Capitals with a tone are small letters that the font draws large."""
    return ''.join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in unicodedata.normalize('NFC', text))


MARK = {'': ('ùøûõï', ''), '\u0302': ('áàåãä', 'â'), '\u0306': ('éèúüë', 'ê'), '\u031b': ('ùøûõï', '')}
TONES = '\u0301\u0300\u0309\u0303\u0323'
ALONE = {'đ': 'ñ', 'í': 'í', 'ì': 'ì', 'ỉ': 'æ', 'ĩ': 'ó', 'ị': 'ò', 'ỵ': 'î'}


def vni_letter(letter):
    small = letter.lower()
    if small in ALONE:
        typed = ALONE[small]
    else:
        base, *signs = unicodedata.normalize('NFD', small)
        mark = next((sign for sign in signs if sign in MARK), '')
        tone = next((sign for sign in signs if sign in TONES), '')
        tones, plain = MARK[mark]
        base = {('o', '\u031b'): 'ô', ('u', '\u031b'): 'ö'}.get((base, mark), base)
        typed = base + (tones[TONES.index(tone)] if tone else plain)
    return typed if letter == small else typed.upper()


def vni(text):
    return ''.join(vni_letter(letter) for letter in unicodedata.normalize('NFC', text))


HEAD = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...']
FIELDS = ['Họ và tên: Lê Thị Hoa', 'Chức vụ: Chánh Văn phòng', 'Điện thoại liên lạc: 0297 3862 001', 'Nội dung yêu cầu: theo danh sách']
ROWS = [
    [1, 'Nguyễn Thị Ánh', 'Phòng Tổ chức', 'Cấp mới hộp thư'],
    [2, 'LÊ ĐỨC HÙNG', 'Sở Nội vụ', 'Cấp mới'],
    [3, 'Danh Tú', 'Văn phòng Sở', 'Cấp mới hộp thư'],
    [4, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu do quên']]


def workbook(name, labels, words, font):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    sheet = book.active
    sheet.title = 'Sheet1'
    top = ['SỞ NỘI VỤ', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['', '', 'Độc lập - Tự do - Hạnh phúc'], [], ['', 'PHIẾU YÊU CẦU']
    for line in [*top, *([field] for field in FIELDS), [], HEAD]:
        sheet.append([labels(text) for text in line])
    for line in ROWS:
        sheet.append([words(text) if isinstance(text, str) else text for text in line])
    for line in [[], ['CHÁNH VĂN PHÒNG', '', 'NGƯỜI LẬP YÊU CẦU']]:
        sheet.append([labels(text) for text in line])
    for row in sheet.iter_rows():
        for cell in row:
            cell.font = Font(name=font, size=13)
    book.save(os.path.join(here, name))


def document(name, words, font):
    def line(cells, tag='td'):
        return '<tr>' + ''.join(f'<{tag}><font face="{font}">{html.escape(words(str(cell)))}</font></{tag}>' for cell in cells) + '</tr>'
    top = line(['SỞ NỘI VỤ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
    paragraphs = ''.join(f'<p><font face="{font}">{html.escape(words(text))}</font></p>' for text in ['PHIẾU YÊU CẦU', *FIELDS])
    page = f'<html><meta charset="utf-8"><body><table border="1">{top}</table>{paragraphs}<table border="1">{line(HEAD)}{"".join(map(line, ROWS))}</table></body></html>'
    source = os.path.join(here, name.replace('.docx', '.html'))
    with open(source, 'w', encoding='utf-8') as file:
        file.write(page)
    subprocess.run(['soffice', '--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', here, source], check=True)
    os.remove(source)


workbook('tcvn3.xlsx', tcvn3, tcvn3, '.VnTime')
workbook('mixed.xlsx', str, tcvn3, 'Times New Roman')
document('tcvn3.docx', tcvn3, '.VnTime')
document('vni.docx', vni, 'VNI-Times')
