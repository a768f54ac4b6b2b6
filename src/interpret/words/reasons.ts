import { type Action, actions } from '../../model/request.ts';
import { list, product } from '../../text/list.ts';

/** "Gửi mật khẩu về hộp thư đơn vị", "cung cấp tài khoản": what an office wants to hear once it is done, which it does in any case. */
const deliveries = [
  ...product(
    ['gửi', 'báo', 'thông báo', 'cung cấp'],
    [
      '',
      'mật khẩu',
      'mật khẩu mới',
      'thông tin',
      'thông tin tài khoản',
      'tài khoản',
      'tài khoản và mật khẩu',
      'kết quả',
    ],
    ['về', 'cho', 'qua'],
    ['đơn vị', 'hộp thư đơn vị', 'hộp thư của đơn vị', 'email đơn vị', 'văn phòng', 'cơ quan', 'văn thư'],
  ),
  ...product(['hướng dẫn', 'hướng dẫn cách'], ['sử dụng', 'đăng nhập']),
  ...product(
    ['cung cấp'],
    ['mật khẩu', 'mật khẩu mới', 'thông tin tài khoản', 'tài khoản và mật khẩu', 'mật khẩu đăng nhập'],
  ),
];

/** What a mailbox is called where somebody cannot get into it. */
const mailboxes = list(`
  hộp thư | hộp thư điện tử | hộp thư công vụ | hòm thư | thư | thư điện tử | thư công vụ | mail | mail công vụ | email | email công vụ | tài khoản`);

const shutOuts = [
  ...product(
    ['không', 'không thể'],
    ['vào', 'vô', 'mở', 'đăng nhập', 'đăng nhập vào', 'truy cập', 'truy cập vào', 'dùng', 'xài', 'sử dụng'],
    ['được'],
    ['', ...mailboxes],
  ),
  ...product(
    ['không'],
    ['vào', 'vô', 'mở', 'đăng nhập', 'đăng nhập vào', 'truy cập', 'truy cập vào'],
    mailboxes,
    ['được'],
  ),
  ...product(
    ['vào', 'vô', 'mở', 'đăng nhập', 'đăng nhập vào', 'truy cập', 'truy cập vào'],
    ['', ...mailboxes],
    ['không được'],
  ),
];

const passwords = ['mật khẩu', 'mk', 'pass', 'password'];

/** What befalls a password by which nobody gets in any more. */
const worthless = [
  ...product(
    passwords,
    ['', 'cũ', 'hiện tại', 'đã cấp', 'được cấp'],
    list(`
    không dùng được | không sử dụng được | không xài được | không còn dùng được | không vào được | không vô được | không đăng nhập được |
    không đúng | không còn đúng | bị sai | hết hạn | đã hết hạn | bị hết hạn | hết hiệu lực | không còn hiệu lực | không hợp lệ`),
  ),
  ...product(['', 'bị', 'đã'], ['quên', 'không nhớ', 'mất'], passwords, [
    '',
    'cũ',
    'đăng nhập',
    'truy cập',
    ...mailboxes,
  ]),
];

/** Who had it before the row's person told nobody the password. */
const untold = product(
  list(
    `người tiền nhiệm | đồng chí tiền nhiệm | cán bộ tiền nhiệm | người cũ | cán bộ cũ | người trước | người phụ trách cũ | người phụ trách trước | người dùng cũ`,
  ),
  ['không bàn giao', 'không bàn giao lại', 'chưa bàn giao', 'không để lại', 'bàn giao thiếu'],
  ['', ...passwords],
);

/**
 * Why a mailbox is asked for or about. `allows` are the actions that the reason agrees with: a wish for another
 * one is unclear. A reason that `decides` also chooses among what a verb leaves open ("đóng hộp thư do nghỉ hưu").
 * `alone` is what the reason asks for by itself; most ask for nothing.
 */
export type Reason = {
  phrases: readonly string[];
  allows: readonly Action[];
  decides?: true;
  alone?: Action;
};

const reasons = {
  retired: {
    phrases: list(`
    nghỉ hưu | về hưu | nghỉ hưu trí | hưu trí | nghỉ hưu theo chế độ |
    nghỉ hưu đúng tuổi | nghỉ hưu trước tuổi | nghỉ hưu sớm | 
    nghỉ hưu theo quy định | hưởng chế độ hưu trí | nghỉ hưởng chế độ hưu trí |
    nghỉ hưởng bhxh | nghỉ công tác hưởng chế độ hưu trí | nghỉ theo nghị định 178 |
    nghỉ hưu theo nghị định 178 | nghỉ hưu theo nđ 178 |
    nghỉ hưu hưởng chế độ | giải quyết chế độ hưu trí | giải quyết chế độ nghỉ hưu |
    đã giải quyết chế độ hưu trí | đã giải quyết chế độ nghỉ hưu`),
    allows: ['cancel'],
    decides: true,
    alone: 'cancel',
  },
  left: {
    phrases: list(`
    thôi việc | bỏ việc | tự ý bỏ việc | nghỉ việc | buộc thôi việc | kỷ luật buộc thôi việc | bị kỷ luật buộc thôi việc |
    nghỉ thôi việc | bị buộc thôi việc | nghỉ việc luôn | nghỉ việc theo nguyện vọng |
    thôi việc theo nguyện vọng | giải quyết chế độ thôi việc | đã giải quyết chế độ thôi việc`),
    allows: ['cancel'],
    decides: true,
    alone: 'cancel',
  },
  leaving: {
    phrases: list(`
    đến tuổi nghỉ hưu | hết tuổi lao động | xin thôi việc | xin nghỉ việc | xin nghỉ hưu | đề nghị nghỉ hưu | đề nghị thôi việc | xin nghỉ |
    nghỉ chế độ`),
    allows: ['cancel'],
    decides: true,
  },
  gone: {
    phrases: list(`
    từ trần | qua đời | đã chết | đã mất | chấm dứt hợp đồng | chấm dứt hợp đồng lao động | chấm dứt hđlđ | chấm dứt hđ | hết hợp đồng | hết hđlđ | hết hđ |
    hết hợp đồng lao động | hết hạn hợp đồng | hết hạn hợp đồng lao động | không còn công tác |
    không còn công tác tại đơn vị | không còn công tác tại cơ quan | không còn làm việc |
    không còn làm việc tại đơn vị | không còn làm việc tại cơ quan | không còn ở đơn vị |
    không còn làm ở đơn vị | không còn làm ở cơ quan | không còn làm tại đơn vị | không còn làm tại cơ quan | không còn làm việc ở đơn vị | không còn làm việc ở cơ quan | không còn công tác ở đơn vị | không còn công tác ở cơ quan | không còn ở cơ quan |
    không còn thuộc đơn vị | thôi công tác | nghỉ công tác | nghỉ luôn | nghỉ |
    tinh giản biên chế | tinh giản | không công tác tại đơn vị nữa`),
    allows: ['cancel'],
    decides: true,
  },
  dismissed: {
    phrases: list(`
    miễn nhiệm | được miễn nhiệm | bị miễn nhiệm | thôi giữ chức vụ | hết nhiệm kỳ | hết nhiệm kì | từ chức | bãi nhiệm |
    bị bãi nhiệm | cách chức | bị cách chức`),
    allows: ['cancel', 'update', 'lock'],
  },
  unused: {
    phrases: list(`
    không sử dụng | không dùng nữa | không xài | không xài nữa | không còn dùng | không dùng đến | không còn sử dụng | không sử dụng nữa | không còn nhu cầu |
    không còn nhu cầu sử dụng | không có nhu cầu sử dụng | không có nhu cầu | hết nhu cầu sử dụng |
    hết nhu cầu | lâu ngày không sử dụng | lâu không sử dụng | lâu ngày không đăng nhập |
    lâu không đăng nhập | lâu ngày không truy cập | lâu không truy cập |
    không sử dụng trong thời gian dài | 6 tháng không sử dụng | 06 tháng không sử dụng | 6 tháng không dùng | 06 tháng không dùng | không sử dụng quá 6 tháng |
    không sử dụng quá 06 tháng | không truy cập quá 6 tháng | không truy cập quá 06 tháng | không đăng nhập quá 6 tháng | không đăng nhập quá 06 tháng | không truy cập trong thời gian dài | không sử dụng đến |
    không còn sử dụng nữa | lâu quá không sử dụng | không truy xuất | lâu ngày không dùng |
    lâu không dùng | do không đăng nhập | do không truy cập`),
    allows: ['cancel', 'restore', 'reset-password', 'lock', 'unlock'],
  },
  wrongly: {
    phrases: list(`
    cấp thừa | cấp dư | tạo thừa | cấp trùng | bị trùng hộp thư | tạo trùng | cấp nhầm | tạo nhầm | đăng ký nhầm | đăng ký trùng |
    có 02 hộp thư | có hai hộp thư | cấp trùng lặp | trùng hộp thư | trùng | bị trùng`),
    allows: ['cancel', 'rename'],
  },
  moved: {
    phrases: list(`
    chuyển công tác | chuyển sang công tác tại | chuyển về công tác tại | chuyển đến công tác tại |
    chuyển sang làm việc tại | đã chuyển sang | đã chuyển về | đã chuyển đến | do chuyển sang | do chuyển về |
    do chuyển đến | vì chuyển sang | vì chuyển về | do đã chuyển sang | do đã chuyển về | vì đã chuyển sang | vì đã chuyển về |
    đã chuyển sang công tác tại | đã chuyển về công tác tại | thuyên chuyển | thuyên chuyển công tác | luân chuyển | luân chuyển công tác |
    điều động | điều động công tác | điều chuyển công tác | chuyển công tác khác |
    chuyển nơi công tác | được điều động | được luân chuyển | chuyển công tác đi | chuyển ngành | đã chuyển đơn vị |
    đã chuyển đơn vị công tác | do chuyển đơn vị | do chuyển đơn vị công tác | vì chuyển đơn vị |
    chuyển việc | được chuyển công tác | chuyển công tác nơi khác | chuyển công tác đi nơi khác`),
    allows: ['cancel', 'transfer', 'lock', 'create', 'update', 'rename'],
  },
  movedAway: {
    phrases: list(`
    chuyển công tác ra ngoài tỉnh | chuyển công tác ngoài tỉnh | chuyển ra ngoài tỉnh |
    chuyển công tác ra khỏi tỉnh | chuyển công tác ra khỏi ngành | chuyển công tác ra ngoài ngành |
    chuyển công tác sang tỉnh khác | chuyển công tác đến tỉnh khác | chuyển công tác về tỉnh khác |
    chuyển sang tỉnh khác | chuyển đi tỉnh khác | chuyển công tác khỏi đơn vị |
    chuyển công tác ra khỏi đơn vị`),
    allows: ['cancel', 'lock'],
  },
  arrived: {
    phrases: list(`
    mới chuyển đến | mới chuyển về | mới chuyển công tác đến | mới chuyển công tác về |
     mới đến nhận công tác | chuyển đến nhận công tác | mới được điều động về |
    mới điều động về | mới luân chuyển về | mới được điều động đến | mới chuyển công tác | mới về |
    mới đến | mới về nhận công tác | cán bộ mới về | cán bộ mới về nhận công tác | công chức mới về nhận công tác | mới tiếp nhận về công tác | mới được luân chuyển về | mới tiếp nhận | mới chuyển | công chức mới điều động về | cán bộ mới điều động về | viên chức mới điều động về |
    mới về cơ quan | mới về đơn vị | mới về phòng | mới về sở | mới về xã | mới về trường | mới đến cơ quan | mới đến đơn vị | mới chuyển về cơ quan | mới chuyển về đơn vị |
    mới chuyển đến cơ quan | mới chuyển đến đơn vị | mới về làm | mới về làm việc | mới về công tác |
    công chức mới chuyển về | cán bộ mới chuyển về | viên chức mới chuyển về | công chức mới chuyển đến | cán bộ mới chuyển đến | viên chức mới chuyển đến | tiếp nhận mới | tiếp nhận | được tiếp nhận`),
    allows: ['create', 'transfer'],
  },
  hired: {
    phrases: list(`
    mới tuyển dụng | mới được tuyển dụng | được tuyển dụng | công chức tuyển dụng | viên chức tuyển dụng | tuyển dụng mới | thử việc | đang thử việc | vừa tuyển dụng | mới tuyển |
    mới trúng tuyển | trúng tuyển kỳ thi công chức | trúng tuyển kỳ thi tuyển công chức | trúng tuyển kỳ thi viên chức | trúng tuyển kỳ thi tuyển viên chức |
    trúng tuyển kỳ tuyển dụng công chức | trúng tuyển kỳ tuyển dụng viên chức | trúng tuyển kỳ xét tuyển viên chức | trúng tuyển công chức | trúng tuyển viên chức | trúng tuyển |
    biên chế mới | hđ 111 | hđ 68 | hợp đồng 111 | hợp đồng 68 | hợp đồng nđ 111 | hợp đồng nđ 68 | hợp đồng theo nđ 111 | hợp đồng theo nđ 68 | hợp đồng theo nghị định 111 | hợp đồng theo nghị định 68 | hợp đồng nghị định 111 | hợp đồng nghị định 68 | hđlđ | hợp đồng lao động | mới nhận công tác | mới nhận việc | mới nhận nhiệm vụ | nhận công tác | nhận việc | nhận nhiệm vụ |
    về nhận công tác | đến nhận công tác | về nhận nhiệm vụ | đến nhận nhiệm vụ | bắt đầu làm việc | bắt đầu công tác | tuyển dụng | lần đầu | lần đầu tiên |
    mới vào làm | mới vào | mới ký hợp đồng | mới hợp đồng | cán bộ mới | công chức mới |
    viên chức mới | nhân viên mới | cán bộ công chức mới | cán bộ mới tuyển dụng |
    nhân viên mới tuyển dụng | công chức mới tuyển dụng | viên chức mới tuyển dụng | người mới |
    nhân sự mới | hợp đồng mới | chuyên viên mới | giáo viên mới | bổ sung biên chế |
    bổ sung nhân sự | tập sự | mới tốt nghiệp | mới được tiếp nhận | đồng chí mới |
    cán bộ mới được tuyển dụng | công chức mới được tuyển dụng | viên chức mới được tuyển dụng | nhân viên mới được tuyển dụng |
    cán bộ mới nhận nhiệm vụ | công chức mới nhận nhiệm vụ | cán bộ mới nhận công tác | công chức mới nhận công tác |
    cán bộ mới tuyển | công chức mới tuyển | viên chức mới tuyển | nhân viên mới tuyển | mới vào làm việc | nhân viên mới vào làm | cán bộ mới vào làm`),
    allows: ['create'],
    decides: true,
  },
  withoutMailbox: {
    phrases: list(`
    chưa có hộp thư | chưa có hộp thư điện tử | chưa có hộp thư công vụ | chưa có email |
    chưa có email công vụ | chưa có mail | chưa có thư điện tử | chưa có tài khoản |
    chưa có tài khoản email | chưa được cấp | chưa được cấp hộp thư | chưa được cấp hộp thư điện tử |
    chưa được cấp email | chưa được cấp tài khoản | chưa có địa chỉ email | chưa có hòm thư |
    chưa có thư điện tử công vụ | chưa có thư công vụ | chưa được cấp mail | chưa từng được cấp |
    chưa từng được cấp hộp thư | do chưa có | vì chưa có`),
    allows: ['create'],
    decides: true,
  },
  hasMailbox: {
    phrases: list(`
    đã có hộp thư | đã có email | đã có tài khoản | đã được cấp | đã được cấp hộp thư |
    đã được cấp email | đã được cấp tài khoản | đã cấp | đã cấp mới | đã cấp hộp thư | đã có mail |
    đã có hộp thư điện tử`),
    allows: actions.filter((action) => action !== 'create'),
  },
  appointed: {
    phrases: list(`
    bổ nhiệm | mới bổ nhiệm | được bổ nhiệm | mới được bổ nhiệm | vừa được bổ nhiệm | vừa bổ nhiệm |
    bổ nhiệm mới | bổ nhiệm lại | bổ nhiệm giữ chức vụ | được bổ nhiệm giữ chức vụ |
    bổ nhiệm làm | được bổ nhiệm làm | mới bổ nhiệm làm | mới được bổ nhiệm làm | bổ nhiệm giữ chức |
    được bổ nhiệm chức vụ | bổ nhiệm chức vụ | do thay đổi chức vụ | do thay đổi vị trí công tác |
    trúng cử | được bầu giữ chức vụ | được bầu | mới được bầu | giữ chức vụ | hiện giữ chức vụ | giữ chức | hiện giữ chức | nay giữ chức | nay giữ chức vụ | đang giữ chức vụ |
    mới lên | vừa lên | kiện toàn | được phân công | được phân công nhiệm vụ`),
    allows: ['create', 'update', 'rename', 'transfer'],
  },
  forgotten: {
    phrases: list(`
    quên mật khẩu | bị quên mật khẩu | lỗi mật khẩu | bị lỗi mật khẩu | mật khẩu bị lỗi | quên mật khẩu hộp thư | quên mật khẩu email |
    quên mật khẩu truy cập | quên mật khẩu đăng nhập | quên mk | quên pass | quên password |
    quên mật khẩu cũ | xin mật khẩu mới | cần mật khẩu mới | làm mới mật khẩu | đưa mật khẩu về mặc định | trả mật khẩu về mặc định | chuyển mật khẩu về mặc định | mất mật khẩu | bị mất mật khẩu | đã mất mật khẩu | không nhớ mật khẩu | không nhớ mật khẩu cũ | không nhớ mk cũ | không còn nhớ mật khẩu |
    không nhớ pass | không nhớ mk | thất lạc mật khẩu | sai mật khẩu | bị sai mật khẩu | quên mật mã |
    làm mất mật khẩu | mất mật khẩu đã lưu | mất mật khẩu lưu trên máy | mật khẩu hết hạn | mật khẩu bị hết hạn | mật khẩu đã hết hạn | hết hạn mật khẩu | mật khẩu bị sai | mật khẩu sai |
    mật khẩu không đúng`).concat(worthless),
    allows: ['reset-password'],
    decides: true,
    alone: 'reset-password',
  },
  /** Said of a password; a contract that has run out is named. */
  expired: { phrases: list(`hết hạn | đã hết hạn | bị hết hạn | hết hiệu lực`), allows: ['reset-password'] },
  lost: { phrases: list(`thất lạc | bị thất lạc`), allows: ['reset-password'] },
  forgot: { phrases: list(`quên | bị quên `), allows: ['reset-password'], decides: true },
  exposedPassword: {
    phrases: list(`
    lộ mật khẩu | bị lộ mật khẩu | nghi lộ mật khẩu | nghi ngờ lộ mật khẩu | nghi bị lộ mật khẩu |
    nghi ngờ bị lộ mật khẩu`),
    allows: ['reset-password', 'lock'],
    decides: true,
  },
  exposed: {
    phrases: list(`
    nghi bị lộ | bảo mật | an toàn | an toàn thông tin | bảo mật thông tin | bị lộ |
    lộ thông tin | bị hack | nghi bị hack | nghi ngờ bị hack | nghi bị xâm nhập |
    nghi bị chiếm quyền | bị xâm nhập | bị chiếm quyền |
    bị đánh cắp | bị mất quyền truy cập | mất an toàn | để đảm bảo an toàn | để bảo mật |
    đảm bảo an toàn thông tin | để đảm bảo an toàn thông tin | phát tán thư rác |
    bị lợi dụng gửi thư rác | máy tính bị nhiễm virus | máy bị nhiễm virus | bị nhiễm virus | nhiễm virus | bị nhiễm mã độc | nhiễm mã độc |
    máy tính bị nhiễm mã độc`),
    allows: ['reset-password', 'lock'],
  },
  shutOut: {
    phrases: list(`
    không đăng nhập được | không thể đăng nhập | không thể đăng nhập được | không truy cập được |
    không thể truy cập | không vào được | không vào được hộp thư | không vào được email |
    không vào được mail | không đăng nhập được hộp thư | không đăng nhập được email |
    không truy cập được hộp thư | không truy cập được email | không mở được hộp thư |
    không sử dụng được | đăng nhập không được | vào không được | bị lỗi đăng nhập |
    không đăng nhập vào được | không thể truy cập được | đăng nhập bị lỗi |
    không đăng nhập vào hộp thư được | truy cập không được | do không đăng nhập được | do không truy cập được |
    do không đăng nhập vào được`).concat(shutOuts),
    allows: ['reset-password', 'unlock', 'restore'],
  },
  unreceived: {
    phrases: list(`
    chưa nhận được mật khẩu | không nhận được mật khẩu | chưa nhận được mật khẩu mới | không nhận được mật khẩu mới |
    chưa nhận được mk | không nhận được mã | không nhận được mã xác thực | không nhận được mã otp |
    đổi điện thoại nên không nhận được mã | do đổi điện thoại nên không nhận được mã |
    mất điện thoại nên không nhận được mã | do mất điện thoại nên không nhận được mã`).concat(untold),
    allows: ['reset-password'],
  },
  locked: {
    phrases: list(`
    bị khóa | đã bị khóa | đang bị khóa | bị tạm khóa | đã khóa | đang khóa | tạm bị khóa |
    tạm thời bị khóa | bị hệ thống khóa | đã bị tạm khóa | bị khóa tạm thời | đang bị tạm khóa |
    hệ thống khóa | đã tạm khóa | đang tạm khóa | bị khóa do chưa đổi mật khẩu | tự động khóa |
    bị khóa tài khoản`),
    allows: ['unlock'],
    decides: true,
  },
  mistypedPassword: {
    phrases: list(`
    nhập sai mật khẩu | nhập sai mật khẩu nhiều lần | nhập sai mật khẩu quá số lần | nhập sai mật khẩu quá nhiều lần | sai mật khẩu nhiều lần |
    đăng nhập sai nhiều lần`),
    allows: ['unlock', 'reset-password'],
    decides: true,
  },
  mistyped: {
    phrases: list(`nhập sai nhiều lần | nhiều lần nhập sai`),
    allows: ['unlock', 'reset-password'],
  },
  newDevice: {
    phrases: product(
      ['do', 'vì', 'do mới', 'vì mới'],
      list(`
      đổi máy | thay máy | máy hư | hư máy | hỏng máy | máy hỏng | đổi máy tính | thay máy tính | thay máy tính mới | đổi máy tính mới |
      máy tính hư | máy tính hỏng | cài lại máy | cài lại máy tính | cài lại windows | cài lại win | máy tính cài lại | máy cài lại | máy bị hư | máy tính bị hư | máy bị hỏng | máy tính bị hỏng | máy tính cũ hư | máy tính cũ hỏng | máy cũ hư |
      máy cũ hỏng | đổi điện thoại | thay điện thoại | mất điện thoại | hư điện thoại`),
    ),
    allows: ['reset-password', 'update'],
  },
  otherNumber: { phrases: list(`đổi sim | thay sim`), allows: ['update'] },
  defaultPassword: {
    phrases: list(`
    chưa đổi mật khẩu | chưa đổi mật khẩu mặc định | chưa thay đổi mật khẩu |
    chưa thay đổi mật khẩu mặc định | không đổi mật khẩu mặc định | quá hạn đổi mật khẩu |
    chưa kịp đổi mật khẩu | chưa kịp đổi mật khẩu mặc định | quá 5 ngày chưa đổi mật khẩu |
    quá 05 ngày chưa đổi mật khẩu mặc định | quá thời hạn đổi mật khẩu | chưa đổi mật khẩu trong 5 ngày |
    chưa đổi mật khẩu trong 05 ngày | chưa đổi mật khẩu trong vòng 5 ngày | chưa đổi mật khẩu trong vòng 05 ngày |
    do không đổi mật khẩu | vì không đổi mật khẩu | do không thay đổi mật khẩu | vì không thay đổi mật khẩu |
    do không đổi mật khẩu mặc định | do không đổi mật khẩu trong 5 ngày | do không đổi mật khẩu trong 05 ngày |
    do không đổi mật khẩu mặc định trong 5 ngày | do không đổi mật khẩu mặc định trong 05 ngày | do không đổi mk | do chưa đổi mk | do không đổi pass | chưa đổi mk |
    chưa đổi mật khẩu trong 05 ngày làm việc | chưa đổi mật khẩu trong vòng 05 ngày làm việc`),
    allows: ['unlock'],
    decides: true,
  },
  reclaimed: {
    phrases: product(
      ['quá', 'do quá', 'hơn', 'trên'],
      ['6 tháng', '06 tháng', '6 tháng liên tục', '06 tháng liên tục', 'sáu tháng'],
      ['không sử dụng', 'không truy cập', 'không truy xuất', 'không đăng nhập', 'không mở'],
    ).concat(
      list(`
    bị thu hồi | đã bị thu hồi | đã thu hồi | đã thu hồi trước đây | đã bị thu hồi trước đây | được thu hồi | đã được thu hồi | trước đây đã thu hồi |
    trước đây bị thu hồi | trước đây đã bị thu hồi | bị thu hồi trước đây | sáu tháng không sử dụng`),
    ),
    allows: ['restore'],
    decides: true,
  },
  cancelled: {
    phrases: list(
      `đã hủy | đã bị hủy | bị hủy | đã hủy bỏ | đã được hủy | bị hủy nhầm | đã hủy nhầm | đã bị hủy nhầm`,
    ),
    allows: ['restore'],
  },
  away: {
    phrases: list(`
    nghỉ thai sản | thai sản | nghỉ hộ sản | hộ sản | nghỉ hậu sản | nghỉ sinh | nghỉ sinh con |
    nghỉ chế độ thai sản | nghỉ theo chế độ thai sản | nghỉ không lương | nghỉ không hưởng lương |
    nghỉ phép | nghỉ phép dài ngày | nghỉ ốm | nghỉ bệnh | nghỉ bệnh dài ngày | trong thời gian nghỉ sinh | trong thời gian nghỉ ốm | nghỉ điều trị bệnh | nghỉ dưỡng bệnh |
    nghỉ ốm dài ngày | đi học | đi học tập trung | đi học dài hạn | đi học cao học | đi học cao cấp chính trị | đi học cao cấp lý luận chính trị | đi học cao cấp llct | đi học trung cấp llct | đi học cao cấp lý luận | học cao cấp lý luận chính trị |
    đi học trung cấp chính trị | trong thời gian đi học cao cấp chính trị | trong thời gian đi học cao cấp lý luận chính trị | đi đào tạo | đi nước ngoài |
    đi công tác | đi công tác dài hạn | đi công tác nước ngoài | đi nghĩa vụ quân sự |
    thực hiện nghĩa vụ quân sự | đi biệt phái | trong thời gian nghỉ thai sản |
    trong thời gian nghỉ phép | trong thời gian đi học | trong thời gian biệt phái | đang đi học |
    nghỉ dài hạn | nghỉ bệnh lâu ngày | nghỉ ốm lâu ngày | nghỉ lâu ngày | đang đi học tập trung | đang học tập trung | học tập trung | trong thời gian đi học tập trung | tạm nghỉ | đi học nước ngoài | trong thời gian nghỉ | trong thời gian nghỉ không lương |
    trong thời gian nghỉ không hưởng lương | trong thời gian đi công tác`),
    // Who was away is asked for again, too: he forgot, or did not sign in.
    allows: ['lock', 'restore', 'reset-password', 'unlock'],
    decides: true,
  },
  seconded: {
    phrases: list(`biệt phái | được biệt phái | tăng cường | được tăng cường`),
    allows: ['lock', 'create', 'transfer'],
  },
  returned: {
    phrases: list(`
    đi học về | mới đi học về | đi học tập trung về | đi học xong | mới học xong | đi công tác về | nghỉ ốm xong | hết nghỉ ốm | hết nghỉ phép | hết nghỉ thai sản | đi làm lại | đã đi làm lại | đi làm trở lại | đã đi làm trở lại | trở lại làm việc | đã trở lại làm việc | đi làm lại sau thai sản | đi làm lại sau nghỉ thai sản |
    đi làm lại sau khi nghỉ thai sản | đi làm lại sau khi sinh | đi làm lại sau thời gian nghỉ thai sản | trở lại công tác |
    đã trở lại công tác | hết thời gian nghỉ thai sản | đã hết thời gian nghỉ thai sản | hết thời gian nghỉ |
    đã hết thời gian nghỉ | hết thời gian đi học | đã hết thời gian đi học | hết thời gian biệt phái | hết thời gian tạm khóa`),
    allows: ['unlock', 'restore', 'reset-password'],
  },
  /** Who has handed over his work leaves; what else was handed over, and to whom, says something else (`doubts.ts`). */
  handedOver: {
    phrases: product(
      ['đã bàn giao', 'đã bàn giao xong'],
      ['', 'công việc', 'công tác', 'nhiệm vụ', 'hồ sơ', 'xong', 'đầy đủ', 'công việc xong'],
    ),
    allows: ['cancel', 'lock', 'transfer'],
  },
  /** Where offices look up telephones and positions. */
  listed: {
    phrases: product(
      ['trên', 'trong', 'vào', 'lên'],
      ['danh bạ', 'danh bạ thư điện tử', 'danh bạ điện tử', 'danh bạ điện thoại', 'danh bạ của tỉnh'],
    ),
    allows: ['update'],
  },
  suspended: {
    phrases: list(`
    đình chỉ công tác | bị đình chỉ công tác | tạm đình chỉ công tác | bị tạm đình chỉ công tác |
    đang bị kỷ luật | bị kỷ luật | kỷ luật | đang xử lý kỷ luật | bị tạm giam | bị bắt tạm giam | bị bắt | bị tạm giữ | bị khởi tố | bị điều tra | đang bị điều tra |
    đình chỉ`),
    allows: ['lock'],
    decides: true,
  },
  misspelt: {
    phrases: list(`
    sai | viết sai | viết sai dấu | ghi sai dấu | cho đúng tên | cho đúng họ tên | bị sai | sai tên | bị sai tên | cho đúng | sai họ tên | sai chính tả | nhầm tên | bị nhầm |
    ghi sai | cấp sai | cấp sai tên | nhập sai | đánh sai | sai thông tin | không đúng tên |
    không đúng họ tên | sai dấu | không đúng quy định | chưa đúng quy định | sai định dạng |
    chưa đúng định dạng | do thay đổi họ tên | do đổi tên | do đổi họ tên | đã cải chính hộ tịch |
    cải chính hộ tịch | viết nhầm | ghi nhầm | nhập nhầm | lỗi chính tả | theo giấy khai sinh | theo căn cước công dân |
    theo cccd`),
    allows: ['update', 'rename'],
  },
  delivery: {
    phrases: deliveries,
    allows: ['create', 'reset-password', 'restore', 'unlock'],
  },
  sameName: {
    phrases: list(`
    trùng tên | bị trùng tên | cùng tên | trùng họ tên | trùng họ và tên | trùng tên với người khác | trùng tên người khác |
    trùng tên trong cơ quan | trùng tên trong đơn vị`),
    allows: ['create', 'rename'],
  },
  reorganised: {
    phrases: list(`
    sáp nhập | sáp nhập đơn vị | sau sáp nhập | sắp xếp tổ chức bộ máy |
    sắp xếp lại tổ chức | sắp xếp bộ máy | hợp nhất | chia tách | giải thể |
    do đổi tên đơn vị | thành lập mới | mới thành lập | thay đổi nhân sự | có thay đổi nhân sự | thay đổi về nhân sự | biến động nhân sự |
    có biến động nhân sự | điều chỉnh nhân sự | sắp xếp nhân sự | sắp xếp lại nhân sự | kiện toàn nhân sự`),
    allows: ['create', 'rename', 'update', 'transfer', 'cancel'],
  },
  /** Told by a clause of its own (`circumstances.ts`). */
  plight: { phrases: [], allows: ['reset-password', 'unlock'] },
  full: {
    phrases: list(`
    đầy | bị đầy | hộp thư đầy | đầy dung lượng | hết dung lượng | sắp đầy | gần đầy | dung lượng đầy |
    bị đầy dung lượng | sắp hết dung lượng`),
    allows: ['update'],
  },
} as const satisfies Record<string, Reason>;

export type ReasonName = keyof typeof reasons;
export const reasonTable: Readonly<Record<ReasonName, Reason>> = reasons;
