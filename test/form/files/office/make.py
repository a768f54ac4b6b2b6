"""Makes the files of older and open types beside it: python3 make.py (Debian: python3-xlwt, python3-odf, libreoffice-writer).

The spreadsheets and the OpenDocument text are not LibreOffice's own; the .doc is what it makes of ../word/form.docx.
"""
import os
import shutil
import subprocess
import tempfile

import xlwt
from odf import style, table, text
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText

here = os.path.dirname(os.path.abspath(__file__))
FIELDS = ['SỞ NỘI VỤ', 'PHIẾU YÊU CẦU', 'Họ và tên: Trần Văn Bình', 'Chức vụ: Chánh Văn phòng', 'Điện thoại liên lạc: 0297 3 812 345']
HEAD = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị']
ROWS = [
    (['1', 'Nguyễn Văn An', 'Phòng Tổ chức', 'Cấp mới hộp thư'], ''),
    (['2', 'Lê Thị Hoa', 'Văn phòng', 'Cấp lại mật khẩu'], ''),
    (['3', 'Phạm Bị Gạch', 'Văn phòng', 'Hủy bỏ'], 'struck'),
    (['4', 'Võ Bị Ẩn', 'Thanh tra', 'Hủy bỏ'], 'hidden'),
    (['5', 'Đỗ Bị Lọc', 'Thanh tra', 'Hủy bỏ'], 'filtered'),
]
TEXT_ROWS = ROWS[:3]


def xls():
    book = xlwt.Workbook(encoding='utf-8')
    sheet = book.add_sheet('Phiếu')
    struck = xlwt.easyxf('font: struck_out on')
    for at, line in enumerate(FIELDS):
        sheet.write(at, 0, line)
    for column, word in enumerate(HEAD):
        sheet.write(6, column, word)
    for at, (cells, why) in enumerate(ROWS[:4], 7):
        for column, word in enumerate(cells):
            value = int(word) if column == 0 else word
            sheet.write(at, column, value, struck) if why == 'struck' else sheet.write(at, column, value)
        sheet.row(at).hidden = why == 'hidden'
    # What Excel computed last is what the office saw.
    sheet.write(11, 0, xlwt.Formula('A11+1'))
    for column, word in enumerate(['Thạch Sa Rươne', 'Thanh tra', 'Mở khóa'], 1):
        sheet.write(11, column, word)
    book.add_sheet('Ghi chú').visibility = 1
    book.save(os.path.join(here, 'xlwt.xls'))


def cell(words, look=None):
    made = table.TableCell()
    line = text.P()
    line.addElement(text.Span(text=words, stylename=look)) if look else line.addText(words)
    made.addElement(line)
    return made


def struck_look(document):
    look = style.Style(name='struck', family='text')
    look.addElement(style.TextProperties(textlinethroughstyle='solid', textlinethroughtype='single'))
    document.automaticstyles.addElement(look)
    return look


def sheet_of(rows, look):
    made = table.Table(name='Phiếu')
    made.addElement(table.TableColumn(numbercolumnsrepeated=4))
    visibility = {'hidden': 'collapse', 'filtered': 'filter'}
    for cells, why in rows:
        row = table.TableRow(visibility=visibility.get(why, 'visible'))
        for word in cells:
            row.addElement(cell(word, look if why == 'struck' else None))
        made.addElement(row)
    return made


def ods():
    document = OpenDocumentSpreadsheet()
    fields = [([line], '') for line in FIELDS] + [([''], '')]
    document.spreadsheet.addElement(sheet_of([*fields, (HEAD, ''), *ROWS], struck_look(document)))
    document.save(os.path.join(here, 'odfpy.ods'))


def odt():
    document = OpenDocumentText()
    for line in FIELDS:
        document.text.addElement(text.P(text=line))
    document.text.addElement(sheet_of([(HEAD, ''), *TEXT_ROWS], struck_look(document)))
    document.save(os.path.join(here, 'odfpy.odt'))


def rtf():
    def words(line):
        return ''.join(letter if ord(letter) < 128 else f'\\u{ord(letter)}?' for letter in line)

    def row(cells, look=''):
        edges = ''.join(f'\\cellx{2200 * (at + 1)}' for at in range(len(cells)))
        return f'\\trowd{edges}' + ''.join(f'\\pard\\intbl{{{look} {words(one)}}}\\cell' for one in cells) + '\\row\n'

    body = ''.join(f'\\pard {words(line)}\\par\n' for line in FIELDS) + row(HEAD)
    body += ''.join(row(cells, '\\strike' if why == 'struck' else '') for cells, why in TEXT_ROWS)
    with open(os.path.join(here, 'rich-text.doc'), 'w', encoding='ascii') as file:
        file.write('{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\n' + body + '}\n')


def doc():
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'writer.docx')
        shutil.copy(os.path.join(here, '..', 'word', 'form.docx'), source)
        profile = f'-env:UserInstallation=file://{folder}/profile'
        subprocess.run(['soffice', profile, '--headless', '--convert-to', 'doc:MS Word 97', '--outdir', here, source], check=True)


for make in (xls, ods, odt, rtf, doc):
    make()
