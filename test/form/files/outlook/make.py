"""Makes the winmail.dat files beside it: python3 make.py.

Written after [MS-OXTNEF], as Outlook and Exchange pack letters; `tnef --list` (Debian's package tnef) shows what is in them. Needs PIL and LibreOffice.
"""
import io
import os
import re
import struct
import subprocess
import tempfile
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


# Rich text, packed as Outlook packs it ([MS-OXRTFCP]).

WINDOW = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0" b"\r\n" rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def crc(data):
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value


def packed(rtf):
    """LZFu: what is behind in the last 4096 bytes is named by its place there."""
    said = WINDOW + rtf
    items, at = [], len(WINDOW)
    while at < len(said):
        start, best = max(0, at - 4095), (0, 0)
        for length in range(2, 18):
            found = said.rfind(said[at : at + length], start, at + length - 1) if at + length <= len(said) else -1
            if found < 0 or found >= at:
                break
            best = (length, found)
        length, found = best
        items.append(struct.pack('>H', (found % 4096) << 4 | length - 2) if length else said[at : at + 1])
        at += length or 1
    items.append(struct.pack('>H', (at % 4096) << 4))
    data = b''
    for first in range(0, len(items), 8):
        run = items[first : first + 8]
        data += bytes([sum((len(item) > 1) << bit for bit, item in enumerate(run))]) + b''.join(run)
    return struct.pack('<IIII', len(data) + 12, len(rtf), 0x75465A4C, crc(data)) + data


def as_it_is(rtf):
    """MELA: not packed at all."""
    return struct.pack('<IIII', len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


def escaped(words):
    """Letters that the code page has not, with a question mark for programs that know no Unicode."""
    made = ''.join(one if ord(one) < 128 else ''.join(f'\\u{n if n < 32768 else n - 65536}?' for n in struct.unpack(f'<{len(one.encode("utf-16-le")) // 2}H', one.encode('utf-16-le'))) for one in words)
    return made.encode('ascii')


def encapsulated(html):
    """HTML in rich text, as Outlook keeps letters ([MS-OXRTFEX])."""
    made = rb'{\rtf1\ansi\ansicpg1252\fromhtml1 \fbidi \deff0{\fonttbl' + b'\r\n' + rb'{\f0\fswiss\fcharset0 Arial;}{\f1\froman\fcharset2 Symbol;}}'
    made += rb'{\colortbl\red0\green0\blue0;\red5\green99\blue193;}' + b'\r\n' + rb'{\*\generator Microsoft Exchange Server;}{\*\formatConverter converted from html;}\uc1\pard\plain\deftab360 \f0\fs24 '
    for piece in re.findall(r'<style>.*?</style>|<[^>]*>|&\w+;|[^<&]+', html):
        if piece.startswith('<'):
            made += rb'{\*\htmltag64 ' + escaped(piece.replace('\\', '\\\\').replace('{', '\\{').replace('}', '\\}')) + b'}'
            if piece.startswith(('</p', '<br')):
                made += rb'\htmlrtf \par\htmlrtf0' + b'\r\n'
        elif piece.startswith('&'):
            made += rb'{\*\htmltag84 ' + piece.encode() + rb"}\htmlrtf \'a0\htmlrtf0 "
        else:
            made += rb'{\*\mhtmltag0 nothing of the letter}\htmlrtf {\b\htmlrtf0 ' + escaped(piece) + rb'\htmlrtf }\htmlrtf0 '
    return made + b'}\0'


def of_writer(html):
    """What LibreOffice Writer makes of a letter."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, 'letter.html')
        with open(source, 'w', encoding='utf-8') as file:
            file.write(f'<!DOCTYPE html><meta charset="utf-8">{html}')
        subprocess.run(['soffice', '--headless', '--convert-to', 'rtf:Rich Text Format', '--infilter=HTML (StarWriter)', '--outdir', folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(os.path.join(folder, 'letter.rtf'), 'rb') as file:
            return file.read()


def rich_words(rtf):
    return property(BINARY, 0x1009, variable(rtf))


table = (
    '<p>Kính đề nghị Trung tâm thực hiện:</p><table><tr><th>STT<th>Họ và tên<th>Đơn vị công tác<th>Nội dung đề nghị'
    '<tr><td>1<td>Trần Văn Nam<td>Sở Nội vụ<td>Cấp mới hộp thư</table>'
)
html = property(BINARY, 0x1013, variable(table.encode()))
winmail('html-letter.dat', words=(property(LONG, 0x3FDE, struct.pack('<I', 65001)), html))
rich = property(BINARY, 0x1009, variable(b'\x05\x00\x00\x00'))
winmail('rich-letter.dat', file('PHIEU.XLSX', form, text(0x3707, 'Phiếu.xlsx')), words=(rich,))
winmail('plain-letter.dat', words=(rich, text(0x1000, 'Kính gửi Trung tâm,\r\nĐề nghị cấp hộp thư.')))
held = '<html><head><style>p { margin: 0 }</style></head><body><p class=MsoNormal>Kính gửi Trung tâm,</p><p>Sở xin gửi phiếu&nbsp;kèm theo, <b>chưa thực hiện</b> cho đến khi có ý kiến của Lãnh đạo.</p></body></html>'
attached = file('PHIEU.XLSX', content('scan', 'form.xlsx'), text(0x3707, 'Phiếu.xlsx'))
winmail('rich-of-html.dat', attached, words=(rich_words(packed(encapsulated(held))),))
winmail('rich-asks.dat', attached, words=(rich_words(packed(encapsulated(held.replace('<b>chưa thực hiện</b> cho đến khi có ý kiến của Lãnh đạo', 'đề nghị Trung tâm thực hiện')))),))
winmail('rich-of-html-table.dat', words=(rich_words(packed(encapsulated(f'<html><body>{table}</body></html>'))),))
plain = "Kính gửi Trung tâm,\r\nSở gửi phiếu kèm theo. Chưa thực hiện."
of_text = rb'{\rtf1\ansi\ansicpg1258\fromtext \fbidi \deff0{\fonttbl{\f0\fswiss\fcharset163 Arial;}{\f1\fmodern\fcharset0 Courier New;}}{\colortbl\red0\green0\blue0;}\uc1\pard\plain\deftab360 \f0\fs20 '
for line in plain.split('\r\n'):
    of_text += b''.join(bytes([one]) if one < 128 else b"\\'%02x" % one for one in ansi(line)[:-1]) + rb'\par' + b'\r\n'
winmail('rich-of-text.dat', attached, words=(rich_words(as_it_is(of_text + b'}')),))
rows = '<tr><td>1<td>Trần Văn Nam<td>Sở Nội vụ<td>Cấp mới hộp thư<tr><td>2<td>Lê Thị Hoa<td>Sở Nội vụ<td rowspan=2>Cấp lại mật khẩu<tr><td>3<td>Danh Út<td>Sở Nội vụ<tr><td colspan=4>Hủy bỏ hộp thư<tr><td>4<td>Võ Thị Ba<td>Sở Nội vụ<td><tr><td><s>5</s><td><s>Lê Văn Gạch</s><td><s>Sở Nội vụ</s><td>'
letter = f'<p>Kính đề nghị Trung tâm thực hiện:</p><table border=1><tr><th>STT<th>Họ và tên<th>Đơn vị công tác<th>Nội dung đề nghị{rows}</table><p>Trân trọng.</p>'
winmail('rich-itself.dat', words=(rich_words(packed(of_writer(letter))),))
