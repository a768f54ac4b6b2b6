import { expect, test } from 'vitest';
import { asksAgain, asksForMailbox, hintsAtForm } from '../../src/interpret/interpret.ts';

test.each([
  ['Đề nghị cấp mới hộp thư điện tử', ''],
  ['V/v cấp lại mật khẩu hộp thư công vụ', 'Kính gửi Trung tâm'],
  ['Về việc cấp, thu hồi hộp thư điện tử công vụ', ''],
  ['Phiếu yêu cầu', 'Kính gửi Trung tâm, đính kèm phiếu.'],
  ['phieu_yeu_cau_cap_moi_hop_thu.rar', ''],
  ['', 'Nhờ Trung tâm cấp lại mật khẩu email giúp em'],
  ['Xin cấp lại mật khẩu', ''],
  ['Công văn 123', 'Sở Nội vụ đề nghị Trung tâm hủy hộp thư của ông Nguyễn Văn A do nghỉ hưu.'],
  ['hop thu bi khoa', 'Nho mo khoa giup'],
  ['de nghi tao email cho can bo moi', ''],
  ['Quên mật khẩu email', ''],
  ['Danh sách đăng ký hộp thư điện tử', ''],
  ['Không đăng nhập được hộp thư', 'Nhờ Trung tâm xem giúp.'],
  ['', 'Kính gửi anh chị,\nPhòng em có một cán bộ mới.\nNhờ anh chị tạo giúp email công vụ ạ.'],
])('a letter that asks is answered: %s %s', (subject, text) => {
  expect(asksForMailbox(subject, text)).toBe(true);
});

test.each([
  ['Giấy mời họp', 'Kính mời đại biểu dự họp.'],
  ['Báo cáo tháng 11', 'Gửi báo cáo về hộp thư sttt@kiengiang.gov.vn'],
  [
    'Góp ý dự thảo Quy chế quản lý hộp thư điện tử',
    'Điều 5. Quy trình cấp mới, thay đổi, hủy bỏ hộp thư điện tử',
  ],
  ['Thông báo cấp mới hộp thư điện tử', ''],
  ['V/v tăng cường sử dụng thư điện tử công vụ', ''],
  ['Lịch làm việc tuần 48', 'Email: vpubnd@kiengiang.gov.vn\nĐiện thoại: 0912345678'],
  ['Đề nghị cấp chữ ký số', ''],
  ['Cấp lại mật khẩu iOffice', ''],
  ['Đề nghị cấp kinh phí', ''],
  ['V/v thay đổi mật khẩu định kỳ', 'Đề nghị các đơn vị thay đổi mật khẩu email định kỳ'],
  ['Đăng ký tham dự hội nghị', 'Danh sách gửi qua email vpubnd@kiengiang.gov.vn'],
  ['Đề nghị cấp mới máy tính', 'Đề nghị cấp mới máy tính cho phòng.'],
  ['Re: tài liệu', '> Đề nghị cấp mới hộp thư'],
  ['Tập huấn sử dụng hộp thư điện tử', 'Hướng dẫn đổi mật khẩu hộp thư'],
  ['', ''],
])('other official mail is left alone: %s %s', (subject, text) => {
  expect(asksForMailbox(subject, text)).toBe(false);
});

test.each([
  ['Gửi phiếu', ['phieu.docx'], ''],
  ['Sở Nội vụ gửi mẫu', ['scan001.pdf'], ''],
  ['', ['phieu-yeu-cau.pdf'], ''],
  ['Công văn số 12', ['cv12.doc'], 'Kính gửi Trung tâm, về việc hộp thư của ông Nam.'],
])('an attachment that nobody could read may have been the form: %s %s', (subject, files, text) => {
  expect(hintsAtForm(subject, files, text)).toBe(true);
});

test.each([
  ['Báo cáo công tác tháng 11', ['bao-cao.pdf'], 'Kính gửi báo cáo qua thư điện tử.'],
  ['Công văn số 123/SNV-VP', ['123.pdf'], 'Kính gửi quý cơ quan.'],
  ['Giấy mời họp', ['giay-moi.pdf'], ''],
])('an official document that nobody could read is left alone: %s %s', (subject, files, text) => {
  expect(hintsAtForm(subject, files, text)).toBe(false);
});

test.each([
  'Đơn vị bổ sung: dòng 2 là Trần Quốc Bảo, cấp lại mật khẩu.',
  'Đề nghị xem lại dòng 2, hộp thư này vẫn đang sử dụng.',
  'Anh Bảo vẫn chưa đăng nhập được.',
  'Đã nhận. Nhờ Trung tâm kiểm tra giúp trường hợp chị Loan.',
  'Chức vụ của ông Hòa là Phó Giám đốc, xin bổ sung.',
  'Vì sao chị Loan chưa được cấp?',
])('an answer to our letter that asks for something is answered: %s', (text) => {
  expect(asksAgain(text)).toBe(true);
});

test.each([
  'Cảm ơn Trung tâm đã cấp mới hộp thư cho đơn vị.',
  'Đơn vị đã nhận được mật khẩu hộp thư của ông A.\nXin trân trọng cảm ơn!',
  'Đã đăng nhập được rồi, cảm ơn em nhé',
  'Đơn vị không có yêu cầu gì thêm.',
  'Mong tiếp tục nhận được sự hỗ trợ của Trung tâm.',
  'Xin xác nhận đã nhận được kết quả.',
  'Cảm ơn Trung tâm đã giúp đỡ.',
  'Tôi đang nghỉ phép đến hết ngày 05/12. Việc gấp xin liên hệ Văn phòng, điện thoại 0297 3862345.',
  'Đã nhận.\nVui lòng cân nhắc trước khi in thư này.\nNếu không phải người nhận, vui lòng xóa thư.',
  '',
])('an answer to our letter that only thanks is left alone: %s', (text) => {
  expect(asksAgain(text)).toBe(false);
});
