"""Makes the winmail.dat files beside it: python3 make.py.

Written after [MS-OXTNEF], as Outlook and Exchange pack letters; `tnef --list` (Debian's package tnef) shows what is in them. Needs PIL.
"""
import io
import os
import struct
import unicodedata

from PIL import Image

here = os.path.dirname(os.path.abspath(__file__))
STRING8, UNICODE, BOOLEAN, BINARY, LONG, TIME, OBJECT = 0x1E, 0x1F, 0x0B, 0x102, 0x03, 0x40, 0x0D


def attribute(level, id, data):
    return struct.pack('<BII', level, id, len(data)) + data + struct.pack('<H', sum(data) & 0xFFFF)


def padded(data):
    return data + b'\0' * (-len(data) % 4)


def variable(*values):
    return struct.pack('<I', len(values)) + b''.join(struct.pack('<I', len(one)) + padded(one) for one in values)


def property(kind, id, value, name=b''):
    return struct.pack('<HH', kind, id) + name + value


def properties(*list):
    return struct.pack('<I', len(list)) + b''.join(list)


def text(id, words):
    return property(UNICODE, id, variable((words + '\0').encode('utf-16-le')))


def ansi(words):
    """In Windows' Vietnamese codepage: letters of the alphabet, and the tone after them."""
    tones = '\u0300\u0301\u0303\u0309\u0323'
    made = ''
    for letter in words:
        parts = unicodedata.normalize('NFD', letter)
        tone = ''.join(one for one in parts if one in tones)
        made += unicodedata.normalize('NFC', ''.join(one for one in parts if one not in tones)) + tone
    return made.encode('cp1258') + b'\0'


def file(short, content, *more):
    made = attribute(2, 0x00069002, struct.pack('<HIHHHI', 1, 0xFFFFFFFF, 0, 0, 0, 0))
    made += attribute(2, 0x00018010, ansi(short))
    if content is not None:
        made += attribute(2, 0x0006800F, content)
    named = bytes(16) + struct.pack('<I', 1) + struct.pack('<I', 10) + padded('Loại\0'.encode('utf-16-le'))
    return made + attribute(2, 0x00069005, properties(
        property(LONG, 0x0E21, struct.pack('<I', 1)),
        property(TIME, 0x3007, struct.pack('<Q', 133_000_000_000_000_000)),
        property(UNICODE, 0x8001, variable('phiếu\0'.encode('utf-16-le')), named),
        property(BINARY | 0x1000, 0x6700, variable(b'abc', b'de')),
        *more,
    ))


def winmail(name, *files, words=()):
    message = attribute(1, 0x00089006, struct.pack('<I', 0x00010000)) + attribute(1, 0x00069007, struct.pack('<II', 1258, 0))
    message += attribute(1, 0x00078008, b'IPM.Microsoft Mail.Note\0')
    message += attribute(1, 0x00069003, properties(text(0x37, 'Phiếu yêu cầu'), *words))
    with open(os.path.join(here, name), 'wb') as out:
        out.write(struct.pack('<IH', 0x223E9F78, 1) + message + b''.join(files))


def content(*path):
    with open(os.path.join(here, '..', *path), 'rb') as source:
        return source.read()


def method(number):
    """How a file is attached: 1 by its bytes, 5 as a message."""
    return property(LONG, 0x3705, struct.pack('<I', number))


def scan():
    """A PDF that is a picture of a page."""
    with Image.open(os.path.join(here, '..', 'scan', 'fax.tif')) as page, io.BytesIO() as out:
        page.convert('1').save(out, 'PDF', resolution=200)
        return out.getvalue()


hidden = property(BOOLEAN, 0x7FFE, struct.pack('<I', 1))
logo = b'\x89PNG\r\n\x1a\n' + bytes(40)
form = content('libreoffice-list.xlsx')
winmail(
    'winmail.dat',
    file('image001.png', logo, hidden, text(0x370E, 'image/png')),
    file('PHIEUY~1.XLS', form, text(0x3704, 'PHIEUY~1.XLS'), text(0x3707, 'Phiếu yêu cầu.xlsx')),
    file('Thư kèm', None, method(5), property(OBJECT, 0x3701, variable(bytes(16) + b'message'))),
)
winmail('short-names.dat', file('Đề nghị.xlsx', form, property(STRING8, 0x3707, variable(ansi('Đề nghị hủy.xlsx')))))
winmail('no-files.dat')
winmail(
    'all-kinds.dat',
    file('image001.png', logo, hidden, text(0x370E, 'image/png')),
    file('PHIEUC~1.XLS', form, text(0x3707, 'Phiếu cấp mới (đợt 2).xlsx')),
    file('PHIEUH~1.DOC', content('word', 'form.docx'), text(0x3707, unicodedata.normalize('NFD', 'Phiếu của Sở Nội vụ.docx'))),
    file('BANQUE~1.PDF', None, method(1), property(BINARY, 0x3701, variable(scan())), text(0x3707, 'Bản quét có dấu.pdf')),
)
table = (
    '<p>Kính đề nghị Trung tâm thực hiện:</p><table><tr><th>STT<th>Họ và tên<th>Đơn vị công tác<th>Nội dung đề nghị'
    '<tr><td>1<td>Trần Văn Nam<td>Sở Nội vụ<td>Cấp mới hộp thư</table>'
)
html = property(BINARY, 0x1013, variable(table.encode()))
winmail('html-letter.dat', words=(property(LONG, 0x3FDE, struct.pack('<I', 65001)), html))
rich = property(BINARY, 0x1009, variable(b'\x05\x00\x00\x00'))
winmail('rich-letter.dat', file('PHIEU.XLSX', form, text(0x3707, 'Phiếu.xlsx')), words=(rich,))
winmail('plain-letter.dat', words=(rich, text(0x1000, 'Kính gửi Trung tâm,\r\nĐề nghị cấp hộp thư.')))
