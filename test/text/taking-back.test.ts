import { describe, expect, test } from 'vitest';
import { spoken } from '../../src/text/spoken.ts';
import { type Effect, takingBack } from '../../src/text/taking-back.ts';

/** Sentences with what some phrase in each does to the wishes that it stands beside: one at least for every phrase. */
const sentences: Record<Effect, string> = {
  all: `
Mấy trường hợp hủy thì để cuối tháng 12.
Em gửi phiếu để hợp thức hóa.
Hôm qua Trung tâm đã xử lý qua điện thoại, nay Sở gửi phiếu cho hợp lệ.
Trung tâm đã xử lý hôm qua.
Anh Tuấn đã làm rồi, em gửi phiếu sau.
Việc này đã làm, gửi phiếu lưu.
Sở gửi phiếu để Trung tâm kiểm tra số liệu, đối chiếu với danh bạ.
Nay gửi bản mềm để lưu.
Xin bỏ thư này.
Thời điểm hủy: cuối năm 2026.
Phiếu này dùng để tập huấn.
Ví dụ minh họa cách ghi phiếu.
Đề nghị gọi điện xác nhận trước khi hủy.
Nếu được thống nhất, Phòng sẽ gửi Trung tâm thực hiện.
Phiếu này chị coi lại dùm em, ai còn thiếu chị bổ sung vô rồi chuyển lại em tổng hợp.
Bệnh viện kiểm tra đủ rồi mới hủy.
Đề nghị Trung tâm thực hiện đúng vào ngày nêu trên.
Trước khi thực hiện, đề nghị Trung tâm cử cán bộ đến làm việc.
Các trường hợp như phiếu kèm theo có được giải quyết không, xin Trung tâm cho biết.
Em đang tập gửi thư bằng hộp thư đơn vị.
Hội muốn biết có phát sinh chi phí hay không trước khi quyết định đăng ký.
Công văn số 12/VP (DỰ THẢO)
Gửi phiếu để khi Sở có ý kiến đồng ý, Trung tâm tiến hành luôn cho nhanh.
Hội đang xin Sở Thông tin và Truyền thông chấp thuận.
Tài liệu gồm một phiếu điền sẵn để các đơn vị góp ý.
Số liệu chính thức sẽ được điều chỉnh khi có chỉ tiêu biên chế.
Trung tâm thực hiện sau khi Sở Nội vụ có văn bản thống nhất.
Phiếu điền sẵn để các đơn vị tham khảo cách ghi.
Đề nghị Trung tâm bỏ qua phiếu này.
Yêu cầu thứ 2 xin rút.
Bỏ dòng số 2.
dong so 2 bo
Điểm 2 chưa thực hiện.
Khoan hay xu ly.
Xin hoãn lại.
Chờ em điện thoại rồi hãy làm.
Từ tháng 01/2027 mới thực hiện.
Sang năm mới thực hiện giúp Sở.
Đầu năm sau mới áp dụng.
STT 2 đến 4 để đợt sau.
Chỉ thực hiện sau khi có ý kiến của lãnh đạo Sở.
Không thực hiện các trường hợp trên.
dong 2 khong lam
chị Duyên k cần nữa
Chị Duyên khỏi cấp.
Mật khẩu của chị Duyên đã tìm lại được, không cần làm.
Đừng thực hiện giúp em.
Phiếu này không còn giá trị.
Phiếu này là bản nháp.
Phieu nay la ban nhap.
DỰ THẢO
Phiếu chỉ để minh họa.
Đây là bản cũ, bản đúng em gửi sau.
Anh chị coi trước giùm em, mai em gửi bản chính thức.
Dừng lại giúp em, có thay đổi nhân sự.
anh Bảo hết nhu cầu
Gửi Trung tâm góp ý trước khi Sở ký.
Thư này gửi thử, đừng làm gì.
Đây là ví dụ cách ghi, không phải yêu cầu thật.
File này chưa phải bản chính thức.
Nhờ Trung tâm kiểm tra giúp biểu mẫu đã đúng chưa rồi Sở mới gửi chính thức.
Danh sách chưa chốt.
Phiếu chưa được lãnh đạo duyệt.
Danh sách này còn thay đổi, khi nào chốt em báo lại.
Nội dung chưa được Giám đốc thông qua.
gui nham phieu
Danh sách này là của năm ngoái.
Phiếu lập sai, không sử dụng.
Thông tin trong phiếu có sai sót, Sở sẽ gửi phiếu khác thay thế.
Tên ở dòng thứ hai là tên cũ, mình sẽ gửi lại sau.
Phiếu này thay bằng phiếu gửi sau.
Không tính chị Duyên.
tru chi Duyen
Thu hồi: Phiếu yêu cầu về hộp thư
Dự thảo phiếu yêu cầu, xin ý kiến
Báo cáo kết quả rà soát hộp thư quý IV
Phiếu yêu cầu tháng 10/2026 (để lưu)
Phiếu này gửi để Trung tâm lưu hồ sơ.
Gửi Trung tâm lưu hồ sơ.
Phiếu như file kèm đã đúng mẫu chưa, nhờ Trung tâm xem giúp.
Lãnh đạo Sở chưa ký nên gửi trước để Trung tâm xem.
Sáng nay lãnh đạo Sở lại bảo thôi.
Việc này nhờ Trung tâm để đó giúp.
Phiếu này Trung tâm đã giải quyết rồi.
Gửi lại phiếu có chữ ký để hoàn tất thủ tục.
Đính kèm là phiếu đã gửi tuần trước.
Phiếu đính kèm chỉ là mẫu cho buổi tập huấn.
Em làm để test hệ thống.
Phiếu gửi để báo cáo số lượng.
Văn phòng không đề nghị cấp.
Phiếu này của Sở Y tế gửi nhầm qua chỗ em.
Tụi em chưa gom đủ chữ ký, anh giữ phiếu dùm.
Phiếu này đã được trả lời, gửi lại để lưu vết.
Trung tâm vui lòng đợi công văn của Sở.
Danh sách mới đang trình lãnh đạo.
Xin lỗi Trung tâm, phiếu này của đơn vị khác.
Sở xin dời việc cấp hộp thư sang tháng 12.
File này em dùng để thực hành trong lớp tin học.
Nhờ Trung tâm hướng dẫn cách điền phiếu như đính kèm.
Phiếu còn thiếu ý kiến của Phòng Nội vụ.
Yêu cầu đã hoàn tất, cảm ơn Trung tâm.
Phiếu này chưa đủ chữ ký.
Danh sách trên Văn phòng Sở lập nhầm.
Phiếu này em làm sai rồi.
Phiếu này em gửi cho anh xem chứ chưa trình ký.
Hồ sơ đang chờ phê duyệt.
Trung tâm cho em hỏi phiếu ghi như vậy có được không?
Phiếu còn thiếu gì không anh?
Anh xem giúp rồi em trình lãnh đạo.
Phiếu này chỉ để làm mẫu cho các phòng.
Em đính kèm phiếu cũ.
Cán bộ chưa có quyết định tuyển dụng.
Trước mắt chưa cấp.
Việc này để sang quý I/2027.
Vui lòng không xử lý thư này.
Đề nghị Trung tâm bỏ qua.
Chị cứ để phiếu đó.
Bản này còn phải sửa.
Em gửi anh xem qua.
Anh xóa giúp em.
Kính gửi để theo dõi.
Phiếu không còn cần thiết.
Phiếu này đã hết hạn.
Đơn vị sẽ lập lại.
Mai Văn phòng gửi lại phiếu.
Hộp thư này có rồi chị ơi.
Em gửi bổ sung phiếu cho hợp lệ.
Xin Trung tâm trả lại phiếu.
Trung tâm đã cấp hộp thư cho người này rồi.
Kết quả đã nhận đủ, xin cảm ơn.
Em gửi phiếu để đủ hồ sơ thôi ạ.
Phiếu này của năm 2025, gửi để tra cứu.
Nhờ Trung tâm góp ý về cách ghi phiếu.
Phiếu do em tập làm.
Sẽ có công văn chính thức sau.
Em sẽ báo, lúc đó hãy cấp.
Khi nào cán bộ nhận nhiệm vụ thì em điện thoại.
Em gửi lại để xem lỗi ở đâu.
Sở gửi danh sách dự kiến.
Đề nghị các phòng rà soát danh sách kèm theo.
Ý kiến lãnh đạo: Không thống nhất, trả lại.
Việc hủy để xem xét sau.
Đề nghị thực hiện từ thứ Hai tuần sau.
Đề nghị thực hiện sau giờ làm việc ngày mai.
Khi nào có điện thoại của Văn phòng Sở thì Trung tâm mới thực hiện.
Sau khi chuyển dữ liệu sang hộp thư của Văn phòng thì hủy.
Khi có ý kiến đơn vị sẽ báo Trung tâm thực hiện.
Hộp thư của ông Hùng chuyển cho bà Ngân tiếp tục sử dụng.`,
  some: `
Trường hợp đồng chí Bảo, Sở sẽ báo sau.
Nội dung số 2 thay bằng: cấp lại mật khẩu.
Trường hợp số 2 đã gửi phiếu ngày 20/11/2026.
Ông Lợi thì qua Tết xử lý được.
Tên hộp thư mới của bà Duyên chưa xác định được.
Hai người kia để em hỏi lại sếp.
Họ tên đồng chí Ngân chúng tôi đang đối chiếu với hồ sơ cán bộ.
Ông Bảo hiện sử dụng hộp thư bình thường.
Thường trực sẽ cho ý kiến về đồng chí Hùng tại phiên họp tới.
Về ông Hùng, Sở có văn bản xin ý kiến Sở Nội vụ.
Cảm ơn Trung tâm đã đổi tên hộp thư cho bà Duyên hôm thứ Ba.
Anh Bảo đã đổi và đang dùng mật khẩu mới.
Hai dòng đầu bị ghi ngược.
Trường hợp cuối để đơn vị rà soát thêm.
Mục 2 bỏ.
Đề nghị hủy yêu cầu này.
Xin bỏ thư này.
gui nham phieu
dong 2 go nham
Dòng cuối cùng là thừa.
Số ba để lại.
Dòng 02 tạm gác lại.
Cô Mỹ Duyên thì từ từ.
Khoan hay xu ly.
Duyên thì chưa.
Danh sách chưa chốt.
đ/c Duyên (tạm hoãn)
Số 2 thôi.
Chị Duyên miễn.
rieng nguoi thu 2 doi cong van
tam thoi chua lam, cho cong van
Chị Ngân chưa nhận việc, sẽ cấp sau.
Hai người đầu tiên để sau tết.
Để tháng sau hãy làm.
Trường hợp đ/c Duyên đơn vị sẽ có văn bản riêng.
Trường hợp đồng chí Duyên đề nghị xem xét lại.
Cần kiểm tra lại trường hợp chị Duyên trước khi làm.
Chị Duyên đổi ý.
Chỉ xử lý cho chị Duyên trước, số còn lại tính sau.
Người thứ 2 em đưa vào do sơ suất.
Chị Ngân đã từ chối nhận việc.
Đưa đ/c Duyên ra khỏi danh sách giúp em.
Chị Duyên tự đổi được mật khẩu rồi.
Sang năm mới thực hiện giúp Sở.
Không tính chị Duyên.
chị Duyên k cần nữa
Hai dòng trên cùng đã xong.
Chị Duyên đã đăng nhập được rồi.
Ba dòng đầu đã làm rồi.
Đồng chí Duyên đã nhớ ra mật khẩu nên thôi.
Trừ Bảo ra.
Hồ sơ của chị Duyên bổ sung sau.`,
  others: `
Làm dùm em từ dòng 2 trở đi.
Chỉ có 2 người thôi là bà Đào và ông Tâm.
Chỉ thực hiện dòng 1.
Trước mắt làm cho đồng chí Duyên thôi.`,
  told: `
Ba dòng đầu đã làm rồi.
Phiếu chỉ để minh họa.
Cảm ơn anh đã hỗ trợ lần trước.
chị Duyên k cần nữa
Tạm thời chưa làm.
Đề nghị thu hồi phiếu.
Đừng thực hiện giúp em.
DỰ THẢO
Khi nào xong anh báo em biết nhé.`,
  beside: `
Xong
done
Đã nhận mật khẩu ngày 20/10
Trùng dòng 2
trung voi stt 5
Bàn giao hộp thư cho Tô Ngọc Ánh
Không thống nhất
Để họp xem xét
Xem xét sau
Để lúc khác
Qua Tết
Đang xử lý
Do tổ CNTT tự làm
Trình lãnh đạo
Dự kiến
Ví dụ
Dòng mẫu`,
};

const rows = Object.entries(sentences).flatMap(([does, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((text) => ({ does, text })),
);
const found = (text: string) => takingBack.filter(({ pattern }) => pattern.test(spoken(text)));

describe('what stands around a list', () => {
  test.each(rows)('$does: $text', ({ does, text }) => {
    expect(found(text).map((one) => one.does)).toContain(does);
  });

  test('every phrase is held by a sentence', () => {
    const held = new Set(rows.flatMap(({ does, text }) => found(text).filter((one) => one.does === does)));
    expect(takingBack.filter((one) => !held.has(one)).map(({ words }) => words)).toEqual([]);
  });

  test('no phrase has classes of thousands of letters, which take seconds to compile', () => {
    expect(takingBack.filter(({ pattern }) => /\\p\{/i.test(pattern.source))).toEqual([]);
  });

  test.each([
    'Hủy bỏ hộp thư của ông Hùng.',
    'Phiếu đã được Giám đốc Sở ký duyệt.',
    'Lãnh đạo Sở báo ông Hùng thôi việc.',
    'Huy bo hop thu cua ong Hung.',
    'Các cán bộ đề nghị cấp hộp thư.',
    'Cac can bo de nghi cap hop thu.',
    'Đồng thời cấp lại mật khẩu.',
    'Dong thoi cap lai mat khau.',
    'Ông Hùng thôi việc.',
    'Thừa lệnh Giám đốc',
    'Người sử dụng cấp tốc đổi mật khẩu.',
    'Nguoi su dung lam viec tai tru so moi.',
    'Do nhập nhầm mật khẩu nhiều lần.',
    'Nhằm phục vụ công tác chuyên môn.',
    'Nham phuc vu cong tac chuyen mon.',
    'Miễn nhiệm chức vụ Trưởng phòng.',
    'Bộ phận một cửa của Sở.',
    'Bo phan mot cua cua So.',
    'Kèm theo danh sách gồm 3 người.',
  ])('%s: nothing', (text) => {
    expect(found(text).map(({ words }) => words)).toEqual([]);
  });
});

test('a phrase is found whatever of its accents is lost, and in no other word', () => {
  const spellings = [
    'Chưa thực hiện',
    'chua thuc hien',
    'chưa thưc hiên',
    'CHƯA THỰC HIỆN',
    'Chưa thực hiện'.normalize('NFD'),
  ];
  expect(spellings.map((text) => found(text).some(({ does }) => does === 'all'))).toEqual(
    spellings.map(() => true),
  );
  expect(found('Chứa thực hiện')).toEqual([]);
});
