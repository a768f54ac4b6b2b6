#!/usr/bin/env python3
"""Writes the letters of test/flow/cases that are no example letters: `python3 write-letters.py` (Debian: python3-openpyxl).

They are made with openpyxl and Python's email, other programs than those that read them, and committed.
"""
import datetime, email.policy, io, os
from email.message import EmailMessage
import openpyxl

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases')
DAY = datetime.datetime(2026, 11, 24, 2, 0, 0)
HEAD = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...']
DOCX = ('application', 'vnd.openxmlformats-officedocument.wordprocessingml.document')
XLSX = ('application', 'vnd.openxmlformats-officedocument.spreadsheetml.sheet')


def fill(sheet, unit, rows, head=HEAD, content='', secret=False):
    top = [unit, '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['MẬT' if secret else '', '', 'Độc lập - Tự do - Hạnh phúc'], [], ['', 'PHIẾU YÊU CẦU']
    fields = ['Kính gửi: Sở Thông tin và Truyền thông'], ['Họ và tên: Lê Thị Hoa'], ['Chức vụ: Chánh Văn phòng'], ['Điện thoại liên lạc: 0297 3862 001'], ['Nội dung yêu cầu: ' + content]
    for line in [*top, *fields, ['Liệt kê cụ thể các yêu cầu (nếu có):'], head, *rows, [], ['CHÁNH VĂN PHÒNG', '', 'NGƯỜI LẬP YÊU CẦU']]:
        sheet.append(line)


def form(unit, rows, **shape):
    return workbook({'Phiếu yêu cầu': (unit, rows, shape)})


def workbook(forms):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    book.remove(book.active)
    for title, (unit, rows, shape) in forms.items():
        fill(book.create_sheet(title), unit, rows, **shape)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def listed(head, rows):
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = DAY
    for line in [head, *rows]:
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def letter(case, sender, attachments=(), login=None, subject='Phiếu yêu cầu về hộp thư điện tử', text='Kính gửi Trung tâm, đơn vị gửi phiếu yêu cầu kèm theo.', headers='', html=None):
    address = sender.split('<')[-1].rstrip('>')
    login = login or address
    mail = EmailMessage(policy=email.policy.SMTP)
    mail['From'], mail['To'], mail['Subject'] = sender, 'ttcntttt@kiengiang.gov.vn', subject
    mail['Date'], mail['Message-ID'] = 'Tue, 24 Nov 2026 09:00:00 +0700', f'<{case}@may-tinh.example>'
    mail.set_content(text)
    if html is not None:
        mail.add_alternative(html, subtype='html')
    for name, kind, content in attachments:
        mail.add_attachment(content, maintype=kind[0], subtype=kind[1], filename=name)
    if mail.is_multipart():
        mail.set_boundary('=====' + case)
    trace = (
        f'Return-Path: <{login}>\r\nDelivered-To: ttcntttt@kiengiang.gov.vn\r\n'
        'Received: from mail.kiengiang.gov.vn ([127.0.0.1])\r\n\tby mail.kiengiang.gov.vn with LMTP\r\n\tid 4XyZ1; Tue, 24 Nov 2026 02:00:01 +0000\r\n'
        f'Received: from VP-PC (unknown [10.1.2.3])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\t(No client certificate requested)\r\n\t(Authenticated sender: {login})\r\n'
        '\tby mail.kiengiang.gov.vn (Postfix) with ESMTPSA id 4XyZ0\r\n\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 02:00:00 +0000 (UTC)\r\n'
    )
    folder = os.path.join(here, case)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'mail.eml'), 'wb') as file:
        file.write((trace + headers).encode() + mail.as_bytes())


def with_form(case, sender, unit, rows, **rest):
    shape = {key: rest.pop(key) for key in ('head', 'content', 'secret') if key in rest}
    letter(case, sender, [('Phiếu yêu cầu.xlsx', XLSX, form(unit, rows, **shape))], **rest)


SNV, STC, STTT = '"Sở Nội vụ" <snv@kiengiang.gov.vn>', 'stc@kiengiang.gov.vn', 'sttt@kiengiang.gov.vn'
with_form('in-the-place-of-somebody', SNV, 'SỞ NỘI VỤ', [
    [1, 'Trần Quốc Khánh', 'Phòng Tổ chức', 'Cấp mới (thay bà Lê Thị Hồng đã nghỉ hưu)'],
    [2, 'Phan Thị Lụa', 'Phòng Tổ chức', 'Cấp mới thay cho ông Phan Văn Lâm chuyển công tác'],
    [3, 'Phan Văn Lâm', 'Phòng Tổ chức', 'Hủy bỏ do chuyển công tác ra ngoài tỉnh'],
])
RANKED = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Nội dung đề nghị']

with_form('sttt-namesakes-by-rank', STTT, 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG', head=RANKED, rows=[
    [1, 'Trần Văn Sáu', 'Chuyên viên', 'Sở TTTT', 'Cấp mới'], [2, 'Trần Văn Sáu', 'Phó Giám đốc', 'Sở TTTT', 'Cấp mới'], [3, 'Tô Viết Sáu', 'Giám đốc', 'Sở TTTT', 'Cấp mới']])
with_form('sttt-second-tran-van-nam', STTT, 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG', head=RANKED, rows=[[1, 'Trần Văn Nam', 'Chuyên viên', 'Sở TTTT', 'Cấp mới (người khác, trùng tên)']])
with_form('sngv-asks-for-itself', 'sngv@kiengiang.gov.vn', 'SỞ NGOẠI VỤ', [[1, 'Trần Văn Nam', 'Sở Ngoại vụ', 'Cấp mới']])
with_form('snv-same-letters-as-sngv', SNV, 'SỞ NỘI VỤ', [[1, 'Trần Văn Nam', 'Sở Nội vụ', 'Cấp mới']])
with_form('same-name-exists', SNV, 'SỞ NỘI VỤ', [[1, 'Nguyễn Văn Hùng', '', 'Cấp mới'], [2, 'Nguyễn Văn Hưng', '', 'Cấp mới']])
with_form('same-name-another-person', SNV, 'SỞ NỘI VỤ', [[1, 'Nguyễn Văn Hùng', '', 'Cấp mới (trùng tên nhưng là người khác)']])
with_form('same-name-twice-in-the-form', SNV, 'SỞ NỘI VỤ', [[1, 'Lý Thu Ba', '', 'Cấp mới'], [2, 'Lý Thu Ba', '', 'Cấp mới']])
with_form('states-of-mailboxes', STC, 'SỞ TÀI CHÍNH', [
    [1, 'Trương Minh Tuấn', '', 'Cấp lại mật khẩu'], [2, 'Lê Hoàng Sơn', '', 'Cấp lại mật khẩu'], [3, 'Nguyễn Hữu Tài', '', 'Mở khóa'], [4, 'Phan Thị Bích Liên', '', 'Cấp lại mật khẩu']])
with_form('cancelled-mailbox', SNV, 'SỞ NỘI VỤ', [[1, 'Võ Thành Long', '', 'Cấp lại mật khẩu']])
with_form('every-other-action', STC, 'SỞ TÀI CHÍNH', [
    [1, 'Nguyễn Hữu Tài', '', 'Đổi tên truy cập thành nhtai1'], [2, 'Phan Thị Bích Liên', '', 'Cập nhật chức vụ: Phó Trưởng phòng'],
    [3, 'Nguyễn Thị Lan Anh', '', 'Chuyển sang Sở Nội vụ'], [4, 'Lê Hoàng Sơn', '', 'Mở khóa'], [5, 'Trương Minh Tuấn', '', 'Cấp lại hộp thư đã bị thu hồi']])
with_form('rows-that-cannot-be', SNV, 'SỞ NỘI VỤ', [
    ['', 'Phòng Tổ chức', '', 'Cấp mới'], ['', 'Nguyễn Văn An', 'Sở Không Có', 'Cấp mới'], ['', 'Lâm Quốc Bảo', '', 'Thay đổi'], ['', 'Hoàng Văn Thụ', '', 'Cấp lại mật khẩu'],
    ['', 'Đặng Thị Mỹ Duyên', '', 'Không hủy hộp thư'], ['', 'Đinh Bộ Lĩnh', '', 'Cấp mới từ ngày 01/01/2027'], ['', 'Ngô Quyền', 'Sở Tài chính', 'Cấp mới']])
with_form('office-under-a-district', 'pnvhondat@kiengiang.gov.vn', 'PHÒNG NỘI VỤ HUYỆN HÒN ĐẤT', [[1, 'Lê Văn Bảy', '', 'Cấp mới']])
with_form('unit-under-a-department', 'bvdk@kiengiang.gov.vn', 'BỆNH VIỆN ĐA KHOA TỈNH', [[1, 'Lê Văn Bảy', '', 'Cấp mới']])
with_form('sttt-passes-on', STTT, 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG', [[1, 'Lâm Quốc Bảo', 'Sở Nội vụ', 'Cấp lại mật khẩu']])
with_form('protected-addresses', SNV, 'SỞ NỘI VỤ', [[1, 'Sở Nội vụ', '', 'Cấp lại mật khẩu hộp thư snv@kiengiang.gov.vn'], [2, 'Lâm Quốc Bảo', '', 'Đổi tên truy cập thành postmaster']])
with_form('addresses-in-words', SNV, 'SỞ NỘI VỤ', [
    [1, 'Lê Quốc Bảo', '', 'Cấp mới, địa chỉ lqbao.snv@kiengiang.gov.vn'], [2, 'Lê Thị Hoa', '', 'Cấp mới hộp thư với địa chỉ lethihoa.snv@kiengiang.gov.vn'],
    [3, 'Bà  LÊ THỊ MẬN', '', 'Cấp mới hộp thư với tên ltman.snv'], [4, 'Lâm Quốc Bảo (lqbao.snv@kiengiang.gov.vn)', '', 'Cấp lại mật khẩu'], [5, 'Sở Nội vụ', '', 'Cấp lại mật khẩu hộp thư đơn vị']])
with_form('form-without-rows', SNV, 'SỞ NỘI VỤ', [[1, '', '', ''], [2, '', '', '']])
with_form('heading-not-understood', SNV, 'SỞ NỘI VỤ', [[1, 'Phan Thị Chín', 'Sở Nội vụ', 'Cấp mới']], head=['STT', 'Nhân sự', 'Đơn vị công tác', 'Nội dung đề nghị'])
# Rows retyped without their heading: read where each column tells by itself what it holds, else not.
RETYPED = [[1, 'Phan Thị Chín', 'Chuyên viên', 'Sở Nội vụ', '0912 345 678', 'Cấp mới'], [2, 'Lâm Quốc Bảo', 'Kế toán', 'Văn phòng Sở', '0912 345 679', 'Cấp lại mật khẩu']]
with_form('rows-without-heading', SNV, 'SỞ NỘI VỤ', RETYPED, head=[])
with_form('rows-without-heading-and-a-note', SNV, 'SỞ NỘI VỤ', [[*row, 'đã nghỉ'] for row in RETYPED], head=[])
with_form('one-mailbox-in-the-content', SNV, 'SỞ NỘI VỤ', [], content='Cấp lại mật khẩu hộp thư lqbao.snv@kiengiang.gov.vn')
with_form('secret', SNV, 'SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu']], secret=True)
with_form('personal-mailbox-asks', 'htkngan.snv@kiengiang.gov.vn', 'SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu']])
with_form('colleague-writes-as-the-unit', SNV, 'SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Hủy bỏ hộp thư']], login='stc@kiengiang.gov.vn')
with_form('automatic-reply-with-a-form', SNV, 'SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Hủy bỏ hộp thư']], headers='Auto-Submitted: auto-replied\r\n')
with_form('first-time', SNV, 'SỞ NỘI VỤ', [[1, 'Phan Thị Chín', '', 'Cấp mới'], [2, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu']])
# The office mends its form and answers our result with it.
with_form('mended-in-an-answer', SNV, 'SỞ NỘI VỤ', [[1, 'Phan Thị Chín', '', 'Cấp mới'], [2, 'Thị Sà Phol', '', 'Cấp lại mật khẩu']], subject='RE: [PYC-2026-000001] Đã thực hiện 2/2 nội dung - phiếu yêu cầu của Sở Nội vụ')
with_form('same-rows-again', SNV, 'SỞ NỘI VỤ', [[1, 'Phan Thị Chín', '', 'Cấp mới'], [2, 'Lâm Quốc Bảo', 'Phòng Tổ chức - SNV', 'Cấp lại mật khẩu'], [3, 'Thị Sà Phol', '', 'Cấp lại mật khẩu']])
with_form('shared-lines-and-columns', SNV, 'SỞ NỘI VỤ', content='Đề nghị cấp mới, hủy bỏ hộp thư cho các đồng chí sau:', head=['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị', 'Ngày hiệu lực'], rows=[
    [1, 'Mai Thị Sương PGĐ', 'Phòng Tổ chức', 'Cấp mới', ''], [2, 'Lâm Quốc Bảo', 'Văn phòng Sở', 'Hủy bỏ', datetime.date(2027, 1, 1)], [3, 'Cao Văn Hạ và Đỗ Thị Đông', '', 'Cấp mới', '']])
# People who share a row are told apart where each has a number of his own.
with_form('people-who-share-a-row', SNV, 'SỞ NỘI VỤ', [
    ['1\n2', 'Phan Thị Chín\nLâm Quốc Bảo', 'Sở Nội vụ', 'Cấp mới\nCấp lại mật khẩu'], [3, 'Thị Sà Phol\nĐặng Thị Mỹ Duyên', 'Sở Nội vụ', 'Cấp lại mật khẩu']])
TRIED = [[1, 'Phan Thị Chín', '', 'Cấp mới'], [2, 'Hoàng Văn Thụ', '', 'Cấp lại mật khẩu'], [3, 'Lâm Quốc Bảo', '', 'Xem lại giúp']]
with_form('trial', SNV, 'SỞ NỘI VỤ', TRIED, subject='[KIỂM TRA] Phiếu yêu cầu về hộp thư điện tử')
with_form('trial-then-in-earnest', SNV, 'SỞ NỘI VỤ', TRIED, subject='Danh sách đề nghị kiểm tra, cấp mới hộp thư')

CHANGES = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị', 'Thông tin cũ', 'Thông tin mới']
letter('form-on-each-sheet', SNV, [('Phiếu yêu cầu.xlsx', XLSX, workbook({
    'Cấp mới': ('SỞ NỘI VỤ', [[1, 'Phan Thị Chín', '', 'Cấp mới']], {}),
    'Thay đổi': ('SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Thay đổi tên truy cập', 'lqbao.snv', 'lqbao1.snv'], [2, 'Thị Sà Phol', '', 'Thay đổi chức vụ', 'Chuyên viên', 'Phó Trưởng phòng']], {'head': CHANGES})}))])


def typed_in_old_fonts(name):
    with open(os.path.join(here, '..', '..', 'form', 'files', 'legacy', name), 'rb') as file:
        return file.read()


letter('tcvn3-spreadsheet', SNV, [('Phiếu yêu cầu.xlsx', XLSX, typed_in_old_fonts('tcvn3.xlsx'))])
letter('vni-document', SNV, [('Phiếu yêu cầu.docx', DOCX, typed_in_old_fonts('vni.docx'))])
with_form('locked-and-larger', SNV, 'SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Tạm khóa hộp thư'], [2, 'Thị Sà Phol', '', 'Nâng dung lượng hộp thư lên 5 GB']])
with_form('several-of-one-name', STTT, 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG', [[1, 'Trần Văn Nam', '', 'Cấp lại mật khẩu']])
with_form('contrary-wishes', SNV, 'SỞ NỘI VỤ', head=RANKED, rows=[
    [1, 'Lâm Quốc Bảo', '', 'Sở Nội vụ', 'Hủy'],
    [2, 'Nguyễn Văn Hùng', '', 'Sở Nội vụ', 'Hủy hộp thư, đã nghỉ hưu'],
    [3, 'Nguyễn Vũ Hùng', 'Chuyên viên', 'Sở Nội vụ', 'Cấp mới'],
    [4, 'Lâm Quốc Bảo', '', 'Sở Nội vụ', 'Cấp mới'],
    [5, 'Nguyễn Hoàng Sa', '', 'Sở Nội vụ', 'Cấp mới'],
    [6, 'Nguyễn Hoàng Sa', '', 'Sở Nội vụ', 'Tạm thời chưa cấp']])
with_form('mailbox-of-the-unit-locked', SNV, 'SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu']])


def made(name):
    with open(os.path.join(here, '../../form/files/pdf', name), 'rb') as file:
        return file.read()


letter('fields-of-a-pdf', 'ubndgiongrieng@kiengiang.gov.vn', [('Phiếu yêu cầu.pdf', ('application', 'pdf'), made('pypdf-ours.pdf'))])
letter('text-of-a-pdf', SNV, [('Phiếu yêu cầu.pdf', ('application', 'pdf'), made('writer-short.pdf'))])
letter('two-forms-that-differ', SNV, [
    ('Phiếu yêu cầu.pdf', ('application', 'pdf'), made('writer-short.pdf')),
    ('Phiếu yêu cầu.xlsx', XLSX, form('SỞ NỘI VỤ', [[1, 'Nguyễn Thị Thùy Dương', 'Phòng Tổ chức công chức, viên chức', 'Hủy bỏ hộp thư'],
        [2, 'Đỗ Hữu Phước', 'Thanh tra Sở', 'Hủy bỏ hộp thư dhphuoc.snv@kiengiang.gov.vn vì đã nghỉ hưu từ ngày 01/10/2026'], [3, 'Thị Ngọc Ánh', 'Văn phòng', 'Cấp lại mật khẩu']]))])
letter('form-in-the-letter', SNV, text='''Kính gửi Trung tâm,

Sở Nội vụ đề nghị giải quyết các yêu cầu về hộp thư điện tử như sau:

STT | Họ và tên | Đơn vị công tác | Nội dung đề nghị
1 | Trần Quốc Khải | Văn phòng Sở | Cấp mới hộp thư
2 | Lâm Quốc Bảo | Sở Nội vụ | Cấp lại mật khẩu

Trân trọng.''', subject='Đề nghị về hộp thư điện tử')
letter('people-listed-below-the-wish', SNV, text='''Kính gửi Trung tâm,

Sở Nội vụ đề nghị Trung tâm cấp mới hộp thư điện tử cho các đồng chí sau:

1. Trần Quốc Khải - Văn phòng Sở
2. Phan Thị Chín

Trân trọng.''', subject='Đề nghị về hộp thư điện tử')
SHOWN = '<p>Kính gửi Trung tâm,</p><table><tr><th>STT<th>Họ và tên<th>Đơn vị công tác<th>Nội dung đề nghị<tr><td>1<td>Trần Quốc Khải<td>Văn phòng Sở<td>Cấp mới hộp thư<tr><td>2<td>Lâm Quốc Bảo<td>Sở Nội vụ<td>Cấp lại mật khẩu</table>'
letter('form-that-only-html-shows', SNV, text='Your mail program cannot show HTML.', html=SHOWN, subject='Phiếu yêu cầu cấp hộp thư')
# People see the HTML; what somebody wrote beside it for programs was seen by nobody.
letter('other-words-beside-html', SNV, text='1. Võ Quốc Thịnh - Sở Nội vụ - Hủy bỏ hộp thư', html=SHOWN, subject='Phiếu yêu cầu cấp hộp thư')
# What nobody reads may call off any row; of letters that answer each other for months only the newest counts.
ASKED, DEEP = [[1, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu']], '<div>' * 600 + 'Xin rút lại phiếu này.'
with_form('letter-nested-without-end', SNV, 'SỞ NỘI VỤ', ASKED, html='<p>Gửi Trung tâm phiếu yêu cầu.</p>' + DEEP)
with_form('earlier-letters-nested-without-end', SNV, 'SỞ NỘI VỤ', ASKED, html='<p>Gửi Trung tâm phiếu yêu cầu.</p><p><b>Từ:</b> Sở Tài chính</p><p><b>Đã gửi:</b> 23/11/2026</p>' + DEEP)
letter('secret-in-html', SNV, text='Kính gửi Trung tâm.', html='<table><tr><td>SỞ NỘI VỤ<td>MẬT</table>' + SHOWN, subject='Phiếu yêu cầu cấp hộp thư')


def with_unseen_rows():
    book = openpyxl.load_workbook(io.BytesIO(form('SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu'], [2, 'Võ Quốc Thịnh', '', 'Hủy bỏ hộp thư'], [3, 'Đặng Thị Mỹ Duyên', '', 'Hủy bỏ hộp thư'], [4, 'Nguyễn Văn Hùng (*)', '', 'Hủy bỏ hộp thư'], ['(*) Chưa thực hiện, chờ quyết định']])))
    sheet = book.active
    row = next(cell.row for cell in sheet['A'] if cell.value == 2)
    for cell in sheet[row]:
        cell.font = openpyxl.styles.Font(color='FFFFFFFF')
    sheet.row_dimensions[row + 1].height = 1.5
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


letter('rows-that-nobody-sees', SNV, [('Phiếu yêu cầu.xlsx', XLSX, with_unseen_rows())])
# A list of people of whom nothing is asked in it: the letter's own words are not taken for their wishes.
letter('list-without-wishes', SNV, [('danh sach.xlsx', XLSX, listed(['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị'], [[1, 'Phạm Thị Hoa', 'Chuyên viên', 'Sở Nội vụ'], [2, 'Trần Văn Chín', 'Chuyên viên', 'Sở Nội vụ']]))], subject='Đề nghị cấp mới hộp thư', text='Kính đề nghị Trung tâm cấp mới hộp thư cho danh sách đính kèm.')
letter('broken-spreadsheet', SNV, [('Phiếu yêu cầu.xlsx', XLSX, b'PK\x03\x04' + bytes(range(256)) * 8)])
letter('word-document', SNV, [('Phiếu yêu cầu.doc', ('application', 'msword'), b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(2048))])
letter('no-form', SNV, text='Đề nghị Trung tâm cấp mới hộp thư điện tử cho công chức mới.', subject='Đề nghị cấp hộp thư')
letter('ordinary-mail', SNV, text='Kính gửi báo cáo công tác tháng 11.', subject='Báo cáo công tác tháng 11')
letter('logo-beside-the-form', SNV, [
    ('logo.png', ('image', 'png'), b'\x89PNG\r\n\x1a\n' + bytes(64)),
    ('phieu.xlsx', XLSX, form('SỞ NỘI VỤ', [[1, 'Lâm Quốc Bảo', '', 'Cấp lại mật khẩu']])),
    ('Công văn.doc', ('application', 'msword'), b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(2048))])


def scanned(name):
    with open(os.path.join(here, '..', '..', 'form', 'files', 'scan', name), 'rb') as file:
        return file.read()


PDF = ('application', 'pdf')


def signed(name):
    with open(os.path.join(here, '..', '..', 'form', 'files', 'signed', name), 'rb') as file:
        return file.read()


SIGNED = 'Phiếu yêu cầu.signed.pdf'
letter('signed-pdf', SNV, [(SIGNED, PDF, signed('form.pdf'))])
letter('signed-pdf-changed', SNV, [(SIGNED, PDF, signed('form-noted.pdf'))])
ROWS = [[1, 'Nguyễn Thị Thùy Dương', 'Phòng Tổ chức công chức, viên chức', 'Cấp mới hộp thư'],
    [2, 'Đỗ Hữu Phước', 'Thanh tra Sở', 'Hủy bỏ hộp thư dhphuoc.snv@kiengiang.gov.vn vì đã nghỉ hưu từ ngày 01/10/2026'], [4, 'Thị Ngọc Ánh', 'Văn phòng', 'Cấp lại mật khẩu']]
letter('signed-copy-changed', SNV, [('Phiếu yêu cầu.xlsx', XLSX, form('SỞ NỘI VỤ', ROWS)), (SIGNED, PDF, signed('form-noted.pdf'))])
letter('signed-cover-changed', SNV, [('Phiếu yêu cầu.xlsx', XLSX, form('SỞ NỘI VỤ', ROWS[:1])), ('Công văn.pdf', PDF, signed('noted.pdf'))])
letter('scan-alone', SNV, [('Phiếu yêu cầu đã ký.pdf', PDF, scanned('form-scan.pdf'))])
letter('scan-beside-its-workbook', SNV, [('Phiếu yêu cầu.xlsx', XLSX, scanned('form.xlsx')), ('Phiếu yêu cầu đã ký.pdf', PDF, scanned('form-scan.pdf'))])
letter('scan-lacks-a-word', SNV, [('Phiếu yêu cầu.xlsx', XLSX, scanned('more-words.xlsx')), ('Phiếu yêu cầu đã ký.pdf', PDF, scanned('form-scan.pdf'))])
letter('scan-of-a-struck-row', SNV, [('Phiếu yêu cầu.xlsx', XLSX, scanned('form.xlsx')), ('Phiếu yêu cầu đã ký.pdf', PDF, scanned('struck-waves.pdf'))])
letter('scan-of-another-wish', SNV, [('Phiếu yêu cầu.xlsx', XLSX, scanned('other-wish.xlsx')), ('Phiếu yêu cầu đã ký.pdf', PDF, scanned('form-scan.pdf'))])


def packed(name):
    with open(os.path.join(here, '..', '..', 'form', 'files', 'outlook', name), 'rb') as file:
        return file.read()


# Outlook's own letters, their words in rich text beside the form.
TNEF = ('application', 'ms-tnef')
letter('winmail-asks', SNV, [('winmail.dat', TNEF, packed('rich-asks.dat'))], text='')
letter('winmail-holds-the-form-back', SNV, [('winmail.dat', TNEF, packed('rich-of-html.dat'))], text='')


def sheet(*lines):
    return listed(lines[0], lines[1:])


# Tables as offices keep them, below the letterhead and the fields of who asks.
TOP = [['SỞ NỘI VỤ', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['', '', 'Độc lập - Tự do - Hạnh phúc'], []]
ASKER = [['Kính gửi: Sở Thông tin và Truyền thông'], ['Họ và tên: Huỳnh Thị Kim Ngân'], ['Chức vụ: Chánh Văn phòng'], ['Điện thoại: 0297 3 000 109'], []]
SIGN = [[], ['CHÁNH VĂN PHÒNG', '', 'NGƯỜI LẬP YÊU CẦU']]
PEOPLE = ['STT', 'Họ và tên', 'Đơn vị công tác']
letter('people-below-each-other', SNV, [('Phiếu yêu cầu.xlsx', XLSX, sheet(
    *TOP, ['', 'PHIẾU YÊU CẦU'], *ASKER,
    ['Họ và tên', 'Lâm Quốc Bảo'], ['Đơn vị công tác', 'Sở Nội vụ'], ['Nội dung đề nghị', '[ ] Cấp mới  [x] Cấp lại mật khẩu  [ ] Hủy bỏ'], [],
    ['Họ và tên', 'Lý Thu Ba'], ['Đơn vị công tác', 'Sở Nội vụ'], ['Nội dung đề nghị', '[x] Cấp mới  [ ] Cấp lại mật khẩu  [ ] Hủy bỏ'], *SIGN))])
letter('title-that-asks', SNV, [('Danh sách.xlsx', XLSX, sheet(
    *TOP, ['', 'DANH SÁCH ĐỀ NGHỊ HỦY BỎ HỘP THƯ ĐIỆN TỬ'], *ASKER, [*PEOPLE, 'Còn công tác'],
    [1, 'Đặng Thị Mỹ Duyên', 'Sở Nội vụ', False], [2, 'Lâm Quốc Bảo', 'Sở Nội vụ', True], ['', './.'],
    ['Ghi chú: riêng STT 3 chưa duyệt', 'CHÁNH VĂN PHÒNG', '', 'NGƯỜI LẬP YÊU CẦU']))])
letter('who-came-and-who-went', SNV, [('Biến động.xlsx', XLSX, sheet(
    *TOP, ['', 'PHIẾU YÊU CẦU'], *ASKER, [*PEOPLE, 'Tăng/giảm', 'Lý do'],
    [1, 'Lý Thu Ba', 'Sở Nội vụ', 'Tăng', ''], [2, 'Lâm Quốc Bảo', 'Sở Nội vụ', 'Giảm', ''], [3, 'Võ Quốc Thịnh', 'Sở Nội vụ', 'Giảm', 'Nghỉ hưu'], *SIGN))])

# What a letter counts and asks beyond its form.
letter('letter-asks-more-than-its-form', SNV, [('Phiếu yêu cầu.xlsx', XLSX, form('Sở Nội vụ', [
    [1, 'Lâm Quốc Bảo', 'Sở Nội vụ', 'Cấp lại mật khẩu'], [2, 'Lý Thu Ba', 'Sở Nội vụ', 'Cấp mới'], [3, 'Võ Quốc Thịnh', 'Sở Nội vụ', 'Cấp lại mật khẩu']]))],
    text='Kính gửi Trung tâm,\n\nSở Nội vụ gửi danh sách gồm 04 người.\nSẵn tiện nhờ anh chị hủy luôn hộp thư của bà Đặng Thị Mỹ Duyên (đã nghỉ), trong phiếu quên ghi.\n\nTrân trọng.\n')

# Words around rows that take nothing back and yet say of whom they are, or from when.
letter('words-around-the-rows', SNV, [('Phiếu yêu cầu.xlsx', XLSX, sheet(
    *TOP, ['', 'PHIẾU YÊU CẦU'], *ASKER, [*PEOPLE, 'Nội dung đề nghị', 'Ghi chú'],
    ['I. Cấp lại mật khẩu'],
    [1, 'Lâm Quốc Bảo', 'Sở Nội vụ', 'Cấp lại mật khẩu', 'Liên hệ: chị Duyên'],
    [2, 'Đặng Thị Mỹ Duyên', 'Sở Nội vụ', 'Cấp lại mật khẩu', 'hộp thư lqbao.snv'],
    ['II. Nghỉ hưu từ ngày 01/01/2027'],
    [3, 'Võ Quốc Thịnh', 'Sở Nội vụ', 'Hủy bỏ', ''],
    ['III. Cấp mới'],
    [4, 'Lý Thu Ba', 'Sở Nội vụ', 'Cấp mới', ''], *SIGN))])
