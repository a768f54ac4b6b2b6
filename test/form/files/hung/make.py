"""
Forms on which somebody noted, drew or hid something: what a clerk sees of them is not what their cells say. By own XML (Word),
reportlab and pypdf (PDF) and openpyxl (Excel). Run it with Debian's python3-reportlab, python3-pypdf and python3-openpyxl.
"""

import io
import os
import zipfile
from xml.sax.saxutils import escape

import openpyxl
import pypdf
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

here = os.path.dirname(os.path.abspath(__file__))
people = ["Lâm Quốc Bảo", "Đặng Thị Mỹ Duyên", "Thị Sà Phol"]
wish = "Cấp lại mật khẩu"
table = [(str(n + 1), name, "Văn phòng Sở", wish) for n, name in enumerate(people)]
head = ("STT", "Họ và tên", "Đơn vị công tác", "Nội dung đề nghị")
top = ["SỞ NỘI VỤ", "PHIẾU YÊU CẦU", "Họ và tên: Huỳnh Thị Kim Ngân", "Chức vụ: Chánh Văn phòng", "Điện thoại liên lạc: 0297 3 000 109"]


def write(name, data):
    with open(os.path.join(here, name), "wb") as f:
        f.write(data)


# Word

W = " ".join(
    f'xmlns:{p}="{u}"'
    for p, u in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }.items()
)
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
word = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*parts):
    return "<w:p>" + "".join(part if part.startswith("<") else run(part) for part in parts) + "</w:p>"


def cell(content, look=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>{look}</w:tcPr>{content if content.startswith("<w:p") else par(content)}</w:tc>'


def row(cells):
    return "<w:tr>" + "".join(cell(it) if not it.startswith("<w:tc") else it for it in cells) + "</w:tr>"


def docx(name, second=None, after="", notes=None, before=""):
    """`second` makes cells of the second row; `notes` are comments, footnotes or endnotes."""
    rows = [row(head)] + [row(second(it) if second and n == 1 else it) for n, it in enumerate(table)]
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2400"/>' * 4 + "</w:tblGrid>"
    body = "".join(map(par, top)) + before + f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>" + after + par("CHÁNH VĂN PHÒNG")
    parts = {"word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>"}
    links, types = "", ""
    for kind, words in (notes or {}).items():
        one = f'<w:{kind[:-1]} w:id="1">{par(words)}</w:{kind[:-1]}>'
        parts[f"word/{kind}.xml"] = f"<w:{kind} {W}>{one}</w:{kind}>"
        links += f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{kind}.xml"/>'
        types += f'<Override PartName="/word/{kind}.xml" ContentType="{word}.{kind}+xml"/>'
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{relations}">{links}</Relationships>'
    parts["_rels/.rels"] = f'<Relationships xmlns="{relations}"><Relationship Id="d" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>'
    content = "http://schemas.openxmlformats.org/package/2006/content-types"
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{content}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>{types}</Types>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as z:
        for part, xml in parts.items():
            z.writestr(zipfile.ZipInfo(part), xml, zipfile.ZIP_DEFLATED)
    write(f"{name}.docx", file.getvalue())


def shape(inside, prst):
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="5900000" cy="0"/><a:graphic><a:graphicData>'
        f'<wps:wsp><wps:spPr><a:prstGeom prst="{prst}"><a:avLst/></a:prstGeom></wps:spPr>{inside}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def looking(look, ground=""):
    return lambda cells: [cell(par(run(it, look)), ground) for it in cells]


def on_name(before="", after=""):
    return lambda cells: [cells[0], cell(par(before, run(cells[1]), after) if before else par(run(cells[1]), after)), *cells[2:]]


def word_forms():
    drop = "Bỏ dòng này, đồng chí Duyên không cần nữa"
    comment = on_name('<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    docx("comment", comment, notes={"comments": drop})
    footnote = on_name(after='<w:r><w:footnoteReference w:id="1"/></w:r>')
    docx("footnote", footnote, notes={"footnotes": "Trường hợp này chỉ thực hiện sau ngày 01/01/2027"})
    docx("footnote-of-position", footnote, notes={"footnotes": "Chuyên viên phòng Tổ chức"})
    docx("endnote-secret", on_name(after='<w:r><w:endnoteReference w:id="1"/></w:r>'), notes={"endnotes": "MẬT"})
    docx("line", lambda cells: [cell(par(shape("", "line"), run(cells[0]))), *cells[1:]])
    box = shape(f'<wps:txbx><w:txbxContent>{par("Bỏ dòng này")}</w:txbxContent></wps:txbx>', "rect")
    docx("box", lambda cells: [cell(par(box, run(cells[0]))), *cells[1:]])
    docx("theme-white", looking('<w:color w:val="auto" w:themeColor="background1"/>'))
    docx("black-on-black", looking('<w:color w:val="000000"/>', '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'))
    docx("black-marker", looking('<w:highlight w:val="black"/>'))
    docx("white-on-blue", looking('<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:color="auto" w:fill="1F497D"/>'))
    docx("yellow-marker", looking('<w:highlight w:val="yellow"/>'))
    docx("below", after=par("Riêng đồng chí Đặng Thị Mỹ Duyên đề nghị tạm thời chưa thực hiện."))
    docx("above", before=par("Lưu ý: các trường hợp dưới đây chỉ thực hiện từ ngày 01/01/2027."))
    docx("plain", after=par("Ghi chú: phiếu không ghi rõ nội dung sẽ không được giải quyết. Nếu có vướng mắc xin liên hệ đồng chí Đặng Thị Mỹ Duyên."))


# PDF

pdfmetrics.registerFont(TTFont("S", "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"))
edges = [50, 85, 230, 360, 545]
height = 24


def page(after=None):
    file = io.BytesIO()
    c = canvas.Canvas(file, pagesize=A4, invariant=1)
    c.setFont("S", 12)
    for n, line in enumerate(top):
        c.drawString(60, 780 - 16 * n, line)
    y = 620
    for cells in [head, *table]:
        for n, text in enumerate(cells):
            c.rect(edges[n], y - height, edges[n + 1] - edges[n], height)
            c.drawString(edges[n] + 4, y - height + 8, text)
        y -= height
    if after:
        after(c)
    c.save()
    return file.getvalue()


def noted(name, kind, rect, words="", look="", more=None):
    """The page with an annotation of this kind; `look` is how it is painted."""
    writer = pypdf.PdfWriter()
    for it in pypdf.PdfReader(io.BytesIO(page())).pages:
        writer.add_page(it)
    numbers = lambda *values: ArrayObject([FloatObject(value) for value in values])
    note = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject(f"/{kind}")})
    note[NameObject("/Rect")] = numbers(*rect)
    note[NameObject("/F")] = NumberObject(4)
    if words:
        note[NameObject("/Contents")] = TextStringObject(words)
    left, bottom, right, above = rect
    note[NameObject("/QuadPoints")] = numbers(left, above, right, above, left, bottom, right, bottom)
    for key, value in (more or {}).items():
        note[NameObject(key)] = value
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    file = io.BytesIO()
    writer.write(file)
    write(f"{name}.pdf", file.getvalue())


def without_uprights(c):
    """White over the lines between the cells of the third row."""
    c.setFillColorRGB(1, 1, 1)
    for edge in edges[1:-1]:
        c.rect(edge - 7, 525, 10, height - 2, stroke=0, fill=1)
    c.setFillColorRGB(0, 0, 0)


def crossed(*rows):
    """A cross of two lines over rows, counted from 1 (0 is the heading)."""
    above, below = 620 - height * min(rows) - 3, 620 - height * (max(rows) + 1) + 3

    def draw(c):
        c.line(edges[0] + 3, above, edges[-1] - 3, below)
        c.line(edges[0] + 3, below, edges[-1] - 3, above)

    return draw


def pdf_forms():
    second = (50, 548, 545, 572)
    noted("free-text", "FreeText", (400, 550, 540, 570), "bỏ dòng này")
    noted("sticky-note", "Text", (300, 550, 320, 570), "Bỏ dòng này, đồng chí Duyên không cần nữa")
    noted("highlight-noted", "Highlight", second, "Không thực hiện trường hợp này")
    noted("highlight", "Highlight", second)
    noted("redacted", "Redact", second)
    noted("hidden-note", "Text", (300, 550, 320, 570), "bỏ", more={"/F": NumberObject(2)})
    noted("note-secret", "FreeText", (400, 720, 500, 760), "MẬT")
    write("margin.pdf", page(lambda c: c.drawString(548, 556, "(bỏ)")))
    write("cross.pdf", page(crossed(2)))
    write("cross-over-all.pdf", page(crossed(1, 3)))
    write("cross-over-heading.pdf", page(crossed(0)))
    write("no-uprights.pdf", page(without_uprights))
    write("below.pdf", page(lambda c: c.drawString(60, 490, "Ghi chú: trường hợp số 2 đề nghị chưa thực hiện.")))


# Excel


def sheet(name, change, patch=None):
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Phiếu"
    for line in top:
        ws.append([line])
    ws.append(head)
    for n, *cells in table:
        ws.append([int(n), *cells])
    change(ws)
    file = io.BytesIO()
    wb.save(file)
    write(f"{name}.xlsx", patch(file.getvalue()) if patch else file.getvalue())


def drawn(what, first, last):
    """A patch that draws something over rows, counted from 0."""
    at = lambda row: f"<xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>90000</xdr:rowOff>"
    xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    xml = f'<xdr:wsDr xmlns:xdr="{xdr}" xmlns:a="{a}"><xdr:twoCellAnchor><xdr:from>{at(first)}</xdr:from><xdr:to>{at(last)}</xdr:to>{what}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>'

    def patch(data):
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as z:
            for part in was.namelist():
                z.writestr(part, was.read(part).replace(b"</worksheet>", f'<drawing xmlns:r="{office}" r:id="d"/></worksheet>'.encode()))
            z.writestr("xl/drawings/drawing1.xml", xml)
            z.writestr(
                "xl/worksheets/_rels/sheet1.xml.rels",
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="{office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
            )
        return file.getvalue()

    return patch


def looks(**how):
    def change(ws):
        for it in ws[8]:
            for key, value in how.items():
                setattr(it, key, value)

    return change


def excel_forms():
    def comment(ws):
        ws["B8"].comment = Comment("Bỏ dòng này, đ/c Duyên không cần nữa", "LĐ")

    def hidden_column(heading, words):
        def change(ws):
            ws["E6"], ws["E8"] = heading, words
            ws.column_dimensions["E"].hidden = True

        return change

    def comment_on_hidden(ws):
        hidden_column("Mã số", "CB-02")(ws)
        ws["E8"].comment = Comment("Bỏ dòng này, đ/c Duyên không cần nữa", "LĐ")

    def comment_below(ws):
        ws["A12"].comment = Comment("Dòng số 2 bỏ, không thực hiện", "LĐ")

    def heading_comment(ws):
        ws["D6"].comment = Comment("Ghi rõ: cấp mới, thay đổi, hủy bỏ; không ghi tắt", "Sở TTTT")

    def height(ws):
        ws.row_dimensions[8].height = 1

    def beside(ws):
        ws["F8"] = "bỏ"

    def below(ws):
        ws["A11"] = "Ghi chú: dòng số 2 bỏ, không thực hiện"

    line = '<xdr:cxnSp macro=""><xdr:spPr><a:prstGeom prst="line"><a:avLst/></a:prstGeom></xdr:spPr></xdr:cxnSp>'
    box = '<xdr:sp macro=""><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:p><a:r><a:t>%s</a:t></a:r></a:p></xdr:txBody></xdr:sp>'
    plain = lambda ws: None
    sheet("comment", comment)
    sheet("heading-comment", heading_comment)
    sheet("comment-on-hidden", comment_on_hidden)
    sheet("comment-below", comment_below)
    sheet("hidden-note", hidden_column("Ghi chú", "Đã nghỉ, chưa thực hiện"))
    sheet("hidden-note-of-office", hidden_column("Ghi chú", "Phòng Tổ chức"))
    sheet("hidden-choices", hidden_column("Cấp mới", "Hủy bỏ"))
    sheet("white", looks(font=Font(color="FFFFFFFF")))
    sheet("theme-white", looks(font=Font(color=Color(theme=0))))
    sheet("black-fill", looks(fill=PatternFill("solid", fgColor="FF000000")))
    sheet("white-on-blue", looks(font=Font(color="FFFFFFFF"), fill=PatternFill("solid", fgColor="FF1F497D")))
    sheet("no-format", looks(number_format=";;;"))
    sheet("low-row", height)
    sheet("beside", beside)
    sheet("below", below)
    sheet("line", plain, drawn(line, 7, 7))
    sheet("line-above", plain, drawn(line, 1, 1))
    sheet("box", plain, drawn(box % "Bỏ dòng này", 7, 7))
    sheet("high-box", plain, drawn(box % "Hướng dẫn: ghi rõ họ tên, đơn vị", 2, 9))


for make in (word_forms, pdf_forms, excel_forms):
    make()
