"""Makes the .docx files of this folder as Word writes them: python3 make.py. The same bytes each time."""
import os
import zipfile

W = ('xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
AUTHOR = 'w:id="9" w:author="VP" w:date="2026-11-20T08:00:00Z"'


def r(text, look='', tag='t'):
    return f'<w:r w:rsidRPr="00A53F21"><w:rPr>{FONT}{look}<w:sz w:val="26"/></w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def split(text):
    """A run as Word breaks it, for its spelling marks and revision numbers."""
    at = len(text) // 2
    return f'{r(text[:at])}<w:proofErr w:type="spellStart"/>{r(text[at:])}<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>'


def p(inner, props=''):
    if not inner.startswith('<'):
        inner = split(inner) if inner else ''
    return f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00C15EDA" w:rsidRDefault="00C15EDA"><w:pPr>{props}<w:jc w:val="center"/><w:rPr>{FONT}<w:sz w:val="26"/></w:rPr></w:pPr>{inner}</w:p>'


def gone(text):
    return f'<w:del {AUTHOR}>{r(text, tag="delText")}</w:del>'


def added(text):
    return f'<w:ins {AUTHOR}>{r(text)}</w:ins>'


def tc(inner, width=2000, props=''):
    if not inner.startswith('<w:p') and not inner.startswith('<w:tbl'):
        inner = p(inner)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{props}<w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'


def tr(*cells, props=''):
    inner = ''.join(cell if cell.startswith(('<w:tc', '<w:sdt')) else tc(cell) for cell in cells)
    return f'<w:tr w:rsidR="00C15EDA" w:rsidTr="00D2174E"><w:trPr>{props}<w:jc w:val="center"/></w:trPr>{inner}</w:tr>'


def tbl(widths, *rows, style='TableGrid'):
    grid = ''.join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def sdt(inner, props=''):
    return f'<w:sdt><w:sdtPr><w:rPr><w:strike/></w:rPr><w:id w:val="-12"/>{props}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def box(checked):
    state = f'<w14:checkbox><w14:checked w14:val="{checked}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox>'
    return sdt(r('☒' if checked else '☐', '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"/>'), state)


def text_box(inner):
    """A shape, for new programs and once more for old ones."""
    content = f'<w:txbxContent>{inner}</w:txbxContent>'
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}'
            f'</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>'
            f'<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


def field(code, result, data=''):
    def mark(kind, inner=''):
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'
    shown = f'{mark("separate")}{result}' if result else ''
    return f'{mark("begin", data)}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{shown}{mark("end")}'


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
ROMAN = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
STT = p('', NUMBERED)


def level(kind, text):
    return f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="4">{level("decimal", "%1")}</w:abstractNum>'
             f'<w:abstractNum w:abstractNumId="5">{level("upperRoman", "%1.")}</w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>')
STYLES = (f'{HEAD}<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
          '<w:style w:type="character" w:styleId="Gach"><w:rPr><w:strike/></w:rPr></w:style>'
          '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>'
          '<w:style w:type="table" w:styleId="Dam"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style></w:styles>')


def save(name, body, header='', main='document.main', extra=None):
    parts = {
        '[Content_Types].xml': f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{TYPES}{main}+xml"/></Types>',
        '_rels/.rels': f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': f'{HEAD}<w:document {W}><w:body>{body}<w:sectPr w:rsidR="00C15EDA"><w:pgSz w:w="11907" w:h="16840"/></w:sectPr></w:body></w:document>',
        'word/_rels/document.xml.rels': f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="{OFFICE}/header" Target="header1.xml"/></Relationships>',
        'word/styles.xml': STYLES,
        'word/numbering.xml': NUMBERING,
        'word/header1.xml': f'{HEAD}<w:hdr {W}>{header or p("")}</w:hdr>',
        **(extra or {}),
    }
    path = os.path.join(os.path.dirname(__file__), name)
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for part, content in parts.items():
            file.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


TAB = '<w:r><w:tab/></w:r>'
HEADING = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị']
LETTERHEAD = tbl([4500, 5500], tr(
    tc(p('UBND TỈNH KIÊN GIANG') + p(r('SỞ NỘI VỤ', '<w:b/>'))),
    tc(p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('Độc lập - Tự do - Hạnh phúc'))))
TITLE = p(r('PHIẾU YÊU CẦU', '<w:b/>'))
FIELDS = (p('Kính gửi: Sở Thông tin và Truyền thông') + p(f'{r("Họ tên người yêu cầu: ")}{split("Trần Văn Bình")}{TAB}{r("Chức vụ: Chánh Văn phòng")}')
          + p(f'{r("Điện thoại liên lạc: 0297 3 812 345")}{TAB}') + p(r('Nội dung yêu cầu: ……………………………')))
SIGNED = tbl([5000, 5000], tr(tc(p('CHÁNH VĂN PHÒNG') + p('') + p('Trần Văn Bình')), tc(p('NGƯỜI YÊU CẦU') + p('Lê Thị Ký'))))
FOUR = [700, 3000, 3000, 3000]

save('form.docx', LETTERHEAD + TITLE + FIELDS + tbl(
    FOUR,
    tr(*HEADING, props='<w:tblHeader/>'),
    tr(tc('1'), 'Nguyễn Văn An', tc(p('Phòng Tổ chức'), 3000, '<w:vMerge w:val="restart"/>'), 'Cấp mới hộp thư'),
    tr('2', tc(p(f'{r("Lê Thị ")}{gone("Hồng")}{added("Hoa")}')), tc(p(''), 3000, '<w:vMerge/>'), tc(p(f'{r("Hủy bỏ", "<w:strike/>")}{r("Cấp lại mật khẩu")}'))),
    tr('3', tc(p(r('Phạm Bị Gạch', '<w:rStyle w:val="Gach"/>'))), tc(p(r('Văn phòng', '<w:dstrike/>'))), tc(p(r('Hủy bỏ', '<w:strike/>')))),
    tr('4', tc(p(gone('Đỗ Bị Xóa'))), tc(p(gone('Thanh tra'))), tc(p(gone('Hủy bỏ'))), props=f'<w:del {AUTHOR}/>'),
    tr(tc(p(r('5', '<w:vanish/>'))), tc(p(r('Võ Bị Ẩn', '<w:vanish/>'))), tc(p(r('Thanh tra', '<w:vanish/>'))), tc(p(r('Hủy bỏ', '<w:vanish/>')))),
    tr(tc(p('Ghi thêm trong ngày'), 9700, '<w:gridSpan w:val="4"/>'), props=f'<w:del {AUTHOR}/>'),
    tr('6', tc(p(f'{r("Trần Văn")}<w:r><w:noBreakHyphen/><w:softHyphen/></w:r><w:r><w:br/></w:r>{r("Trắng", "<w:rPrChange " + AUTHOR + "><w:rPr><w:strike/></w:rPr></w:rPrChange>")}')), tc(p(f'{r("Thanh tra")}{r("bí danh", "<w:color w:val=&quot;FFFFFF&quot;/>".replace("&quot;", chr(34)))}')), tc(p(field('HYPERLINK "mailto:x"', r('Cấp mới hộp thư'))), 3000), props=f'<w:ins {AUTHOR}/>'),
    tr('7', sdt(tc(p(r('Bấm để nhập văn bản')), 3000), '<w:showingPlcHdr/><w:text/>'), '', ''),
) + p('') + SIGNED)

save('numbered.docx', TITLE + p('Họ và tên: Danh Út') + p('Chức vụ: Chánh Văn phòng') + tbl(
    FOUR,
    tr(*HEADING),
    tr(tc(p(split('Cấp mới hộp thư'), ROMAN), 9700, '<w:gridSpan w:val="4"/>')),
    tr(tc(STT), 'Nguyễn Văn An', 'Phòng A', ''),
    tr(tc(STT), 'Lê Thị Hoa', '"', ''),
    tr(tc(p(split('Hủy bỏ hộp thư'), ROMAN), 9700, '<w:gridSpan w:val="4"/>')),
    tr(tc(STT), 'Võ Văn Ba', 'Phòng B', ''),
    tr(tc(STT), '', '', ''),
    tr(tc(STT), '', '', ''),
), main='template.main')

BOXES = tbl(
    [700, 3000, 1500, 1500, 3000],
    tr('STT', 'Họ và tên', 'Cấp mới', 'Hủy bỏ', 'Ghi chú'),
    tr('1', 'Nguyễn Văn An', tc(p(box(1))), tc(p(box(0))), ''),
    tr('2', 'Lê Thị Hoa', tc(p('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>')), tc(p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')), ''),
    tr('3', 'Võ Văn Ba', tc(p(field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'))), tc(p(field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'))), tc(p(field('FORMTEXT', r('Văn phòng'))))),
    style='Dam')
save('boxes.docx', TITLE + FIELDS + BOXES)

CHOICES = lambda new, gone_: tc(p(f'{box(new)}{r(" Cấp mới   ")}{box(gone_)}{r(" Hủy bỏ")}'), 3000)
DROP = field('FORMDROPDOWN', '', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Cấp mới"/><w:listEntry w:val="Mở khóa"/></w:ddList></w:ffData>')
save('choices.docx', TITLE + FIELDS + tbl(
    FOUR,
    tr(*[tc(p(r(text, '<w:color w:val="FFFFFF"/>'))) for text in HEADING]),
    tr('1', 'Nguyễn Văn An', '', CHOICES(0, 1)),
    tr('2', 'Lê Thị Hoa', '', CHOICES(0, 0)),
    tr('3', 'Võ Văn Ba', '', tc(p(DROP))),
    tr('', '', '', CHOICES(0, 0)),
    style='Dam'), main='macroEnabled.main')

# Borders that were moved by hand, a second table with its heading again, and one below it without.
save('tables.docx', TITLE + FIELDS + tbl(
    [700, 2800, 200, 2900, 150, 2950],
    tr('STT', tc('Họ và tên', 3000, '<w:gridSpan w:val="2"/>'), 'Đơn vị', tc('Nội dung đề nghị', 3100, '<w:gridSpan w:val="2"/>')),
    tr('1', tc('Nguyễn Văn An'), tc('Phòng A', 3100, '<w:gridSpan w:val="3"/>'), 'Cấp mới'),
    tr('2', tc('Lê Thị Hoa', 3000, '<w:gridSpan w:val="2"/>'), tc('Phòng B', 3050, '<w:gridSpan w:val="2"/>'), 'Hủy bỏ'),
) + p('') + tbl(FOUR, tr(*HEADING), tr('3', 'Võ Văn Ba', 'Phòng C', 'Mở khóa')) + p('')
     + tbl(FOUR, tr('4', 'Lý Thị Tư', 'Phòng D', 'Cấp lại mật khẩu')) + SIGNED)

# A table in a cell of a table, and the unit in a text box.
save('nested.docx', p(text_box(p('ỦY BAN NHÂN DÂN HUYỆN HÒN ĐẤT'))) + TITLE + tbl([10000], tr(tc(
    p('Họ và tên: Danh Út') + p('Chức vụ: Chánh Văn phòng')
    + tbl(FOUR, tr(*HEADING), tr('1', 'Nguyễn Văn An', 'Phòng A', 'Cấp mới')) + p('')))))

# A table in a cell of a row of people, and in one of a table that goes on without its heading.
def within(text, *texts):
    return tc(p(text) + tbl([1000] * len(texts), tr(*texts)) + p(''))


save('cell-tables.docx', TITLE + FIELDS + tbl(
    FOUR, tr(*HEADING), tr('1', 'Nguyễn Văn An', 'Phòng A', within('Hủy bỏ', 'Người thay thế', 'Phạm Văn Hòa')),
    tr('2', 'Lê Thị Hoa', 'Phòng B', within('Khóa', 'không', 'thực hiện')),
    tr('3', 'Võ Văn Ba', 'Phòng C', tc(p('Mở khóa') + tbl([2000], tr(tc(p(gone('Hủy bỏ'))))) + p(''))),
) + p('') + tbl(FOUR, tr('4', 'Lý Thị Tư', 'Phòng D', within('Hủy bỏ', 'Người thay thế', 'Danh Út'))) + SIGNED)

def tabbed(*texts):
    return p(TAB.join(split(text) if text else '' for text in texts))

save('tabs.docx', tabbed('SỞ NỘI VỤ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + TITLE + FIELDS + tabbed(*HEADING)
     + tabbed('1', 'Nguyễn Văn An', '', 'Phòng A', 'Cấp mới') + tabbed('2', 'Lê Thị Hoa', 'Phòng B', '', '', 'Hủy bỏ'))
save('tabs-apart.docx', TITLE + FIELDS + tabbed(*HEADING) + tabbed('1', 'Nguyễn Văn An', 'Phòng A', 'Cấp mới')
     + tabbed('2', 'Lê Thị Hoa', '', '', '', 'Hủy bỏ'))

FORM = TITLE + FIELDS + tbl(FOUR, tr(*HEADING), tr('1', 'Nguyễn Thị Mật', '', 'Cấp mới'))
save('secret-watermark.docx', FORM, p('<w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath style="font-size:1pt" string="MẬT"/></v:shape></w:pict></w:r>'))
save('draft-watermark.docx', TITLE + FIELDS + tbl(FOUR, tr(*HEADING), tr('1', 'Nguyễn Văn An', '', 'Cấp mới')), p('<w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath style="font-size:1pt" string="BẢN NHÁP"/></v:shape></w:pict></w:r>'))
save('secret-stamp.docx', p(text_box(p('TỐI MẬT'))) + FORM)
save('given-name.docx', FORM)
save('within.docx', FORM + '<w:altChunk r:id="rId9"/>')
save('scan.docx', p('<w:r><w:drawing/></w:r>'), extra={'word/media/image1.png': '\x89PNG'})
