/*
 * Every clause of the regulation (Quy chế quản lý, sử dụng hệ thống thư điện tử tỉnh Kiên Giang, Quyết định
 * 2639/QĐ-UBND; docs/regulation.txt), and who answers for it. A test holds this list against the text, and every
 * citation in src/ against this list.
 */

/** `by`: the files or folders of src/ that carry the clause out. `why`: why no code does. */
type Account = { status: 'code'; by: readonly string[] } | { status: 'person' | 'not-ours'; why: string };

const code = (...by: readonly string[]): Account => ({ status: 'code', by });
const person = (why: string): Account => ({ status: 'person', why });
const notOurs = (why: string): Account => ({ status: 'not-ours', why });

type Entry = { says: string } & Account;

const index = {
  'Điều 1 khoản 1': {
    says: 'Phạm vi: quản lý và sử dụng hệ thống thư điện tử tỉnh.',
    ...notOurs('Says what the regulation is about.'),
  },
  'Điều 1 khoản 2': {
    says: 'Đối tượng áp dụng: cơ quan nhà nước, cán bộ, công chức, viên chức được quyền sử dụng.',
    ...notOurs('Điều 7 says who these are.'),
  },
  'Điều 2 khoản 1': {
    says: 'Thư điện tử là phương tiện trao đổi thông tin phục vụ điều hành, tác nghiệp.',
    ...notOurs('A purpose, not a duty.'),
  },
  'Điều 2 khoản 2': {
    says: 'Hệ thống vận hành trên mạng diện rộng của tỉnh và Internet.',
    ...code('sender', 'mail'),
  },
  'Điều 2 khoản 3': {
    says: 'Người dùng gửi nhận bằng Windows Mail, Outlook hoặc webmail.',
    ...code('mail', 'form'),
  },
  'Điều 2 khoản 4': {
    says: 'Hộp thư lưu trữ tại trung tâm dữ liệu do Trung tâm quản lý, vận hành.',
    ...code('mailserver'),
  },
  'Điều 3 khoản 1': {
    says: 'Sở Thông tin và Truyền thông thống nhất quản lý hệ thống.',
    ...notOurs('The allotment of an office.'),
  },
  'Điều 3 khoản 2': {
    says: 'Trung tâm quản lý, duy trì, vận hành hệ thống thông suốt, an toàn, đúng mục đích.',
    ...code('rules/protected', 'mailserver', 'outbox'),
  },
  'Điều 4 khoản 1': {
    says: 'Hộp thư đơn vị: <tên viết tắt của đơn vị>@kiengiang.gov.vn, không trùng nhau.',
    ...person('Which of two units gets the abbreviation is settled by the centre when it enters the units.'),
  },
  'Điều 4 khoản 2': {
    says: 'Hộp thư cá nhân: họ, tên lót viết tắt và tên, dấu chấm, tên đơn vị; trùng tên thì đánh số 1, 2, 3…',
    ...code('rules/name', 'rules/namesake', 'rules/address-format', 'rules/address-taken', 'directory'),
  },
  'Điều 5 khoản 1': {
    says: 'Chánh Văn phòng lập yêu cầu cấp mới, thay đổi, hủy bỏ theo mẫu phiếu, gửi từ hộp thư chính thức của đơn vị; đơn vị trực thuộc sở và cấp xã do cơ quan quản lý đề xuất.',
    ...code('sender', 'form', 'rules/scope', 'rules/through-manager', 'rules/action'),
  },
  'Điều 5 khoản 2': {
    says: 'Sở tiếp nhận, chuyển Trung tâm thực hiện; cần làm khác yêu cầu thì trao đổi với người gửi.',
    ...code('intake', 'rules/action', 'rules/scope', 'rules/mailbox', 'rules/transfer'),
  },
  'Điều 5 khoản 3': {
    says: 'Thông báo kết quả, hoặc lý do không thực hiện, cho nơi gửi, đồng gửi Sở.',
    ...code('reply', 'outbox'),
  },
  'Điều 5 khoản 4': {
    says: 'Không truy cập 06 tháng thì thu hồi; muốn dùng lại thì lập yêu cầu cấp lại.',
    ...code('rules/state'),
  },
  'Điều 6 khoản 1': {
    says: 'Thông tin trao đổi theo các tiêu chuẩn ứng dụng công nghệ thông tin.',
    ...code('mail'),
  },
  'Điều 6 khoản 2': {
    says: 'Văn bản dùng phông Unicode, bộ mã TCVN 6909:2001.',
    ...code('form', 'mail'),
  },
  'Điều 7': {
    says: 'Đối tượng được cấp hộp thư: các cơ quan, đơn vị thuộc tỉnh và người đang công tác tại đó.',
    ...code('rules/unit'),
  },
  'Điều 8 khoản 1': {
    says: 'Các loại văn bản phải trao đổi qua hệ thống, trừ văn bản "Mật".',
    ...code('form', 'reply'),
  },
  'Điều 8 khoản 2': {
    says: 'Văn bản qua hệ thống có giá trị như văn bản giấy, không phải gửi thêm bản giấy.',
    ...code('intake', 'reply'),
  },
  'Điều 9': {
    says: 'Hộp thư đơn vị chỉ dùng cho thông tin phục vụ công việc.',
    ...person(
      'What a letter that is no request is worth is for its reader to say; such a letter is left alone.',
    ),
  },
  'Điều 10 khoản 1': {
    says: 'Dung lượng: đơn vị 05 GB, cá nhân 01 GB; tập tin đính kèm tối đa 15 MB.',
    ...code('rules/quota', 'intake', 'mailserver'),
  },
  'Điều 10 khoản 2': {
    says: 'Đơn vị, cá nhân lưu trữ dữ liệu thư trên máy tính làm việc của mình.',
    ...notOurs('A duty of the mailbox holders at their own computers.'),
  },
  'Điều 10 khoản 3': {
    says: 'Hộp thư mới phải đổi mật khẩu mặc định; quá 05 ngày làm việc thì tạm khóa đến khi có yêu cầu mới.',
    ...code('rules/state'),
  },
  'Điều 10 khoản 4': {
    says: 'Mật khẩu từ 8 ký tự, có số, chữ và ký tự đặc biệt.',
    ...code('mailserver'),
  },
  'Điều 11 khoản 1': {
    says: 'Sở hướng dẫn, thanh tra, kiểm tra, báo cáo, lập đường dây nóng.',
    ...person('Supervision is the department’s own work.'),
  },
  'Điều 11 khoản 2': {
    says: 'Trung tâm bảo đảm hạ tầng, quản lý và công khai danh bạ, thực hiện các đề nghị.',
    ...code('directory', 'apply'),
  },
  'Điều 12 khoản 1': {
    says: 'Sở Tài chính, Sở Kế hoạch và Đầu tư phối hợp đầu tư, đào tạo.',
    ...notOurs('A duty of other departments.'),
  },
  'Điều 12 khoản 2': {
    says: 'Sở Nội vụ cung cấp thông tin tổ chức bộ máy để tạo lập hộp thư.',
    ...code('directory'),
  },
  'Điều 12 khoản 3': {
    says: 'Văn phòng UBND tỉnh phối hợp bảo đảm gửi nhận tài liệu họp.',
    ...notOurs('A duty of another office.'),
  },
  'Điều 13': {
    says: 'Trách nhiệm của cơ quan, đơn vị: đăng ký hộp thư, cử người phụ trách, báo sự cố.',
    ...person('A failure that an office reports is read and mended by people.'),
  },
  'Điều 14': {
    says: 'Hộp thư đơn vị do Thủ trưởng đơn vị quản lý, sử dụng hoặc ủy quyền.',
    ...code('rules/protected'),
  },
  'Điều 15': {
    says: 'Người được cấp hộp thư không để người khác dùng địa chỉ của mình, bảo vệ mật khẩu.',
    ...code('sender'),
  },
  'Điều 16': {
    says: 'Sở chủ trì triển khai, hướng dẫn, kiểm tra việc thực hiện Quy chế.',
    ...person('Supervision is the department’s own work.'),
  },
  'Điều 17': {
    says: 'Thủ trưởng các cơ quan, đơn vị tổ chức thực hiện, phản ánh vướng mắc về Sở.',
    ...person('The heads of the offices answer for it.'),
  },
  'Điều 18': {
    says: 'Cơ quan, tổ chức, cá nhân nghiêm túc thực hiện Quy chế.',
    ...notOurs('A duty of everybody.'),
  },
  'Mẫu phiếu yêu cầu': {
    says: 'Đơn vị, họ tên, chức vụ, điện thoại, nội dung yêu cầu, bảng liệt kê; Chánh Văn phòng và người lập ký.',
    ...code('form', 'rules/rules', 'reply'),
  },
} as const satisfies Record<string, Entry>;

/** A clause as notices cite it: `Điều 5 khoản 1`, `Điều 7`, or the form that is annexed. */
export type Citation = keyof typeof index;

export const clauses: Readonly<Record<Citation, Entry>> = index;
