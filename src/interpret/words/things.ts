import { list } from '../../text/list.ts';
/** What a wish may be about, in the words of offices. */
export const things = {
  mailbox: list(`
    hộp thư | hộp thư điện tử | hộp thư công vụ | hộp thư điện tử công vụ | hộp thư cá nhân |
    hộp thư điện tử cá nhân | hộp thư diện tử | thư diện tử | hộp thư email | hộp mail | hộp email | hộp thư mail | hòm thư |
    hòm thư điện tử | hòm thư công vụ | hòm thư điện tử công vụ | hòm mail | hộp thơ | hợp thư |
    hợp thư điện tử | thư điện tử | thư điện tử công vụ | thư công vụ | thư điện tử cá nhân | email |
    email công vụ | email cá nhân | mail | mail công vụ | mailbox | tài khoản thư điện tử |
    tài khoản thư điện tử công vụ | tài khoản hộp thư | tài khoản hộp thư điện tử |
    tài khoản hộp thư điện tử công vụ | tài khoản thư công vụ | tài khoản thư | tài khoản email |
    tài khoản email công vụ | tài khoản mail | tài khoản mail công vụ |
    tài khoản sử dụng thư điện tử | tk email | tk mail | tk thư điện tử | tk hộp thư | tkhoan email |
    ht | ht điện tử | httđt | tđt | htđt | htđtcv | tđtcv | hệ thống thư điện tử | hệ thống email | hệ thống mail | hộp thư tỉnh |
    thư điện tử tỉnh | account email | account mail | acc mail | acc email`),
  account: list(`
    tài khoản | tài khoản công vụ | tài khoản cá nhân | tài khoản người dùng |
    tài khoản người sử dụng | tk | tkhoan | account | acc`),
  address: list(`
    địa chỉ email | địa chỉ mail | địa chỉ thư | địa chỉ thư điện tử | địa chỉ thư điện tử công vụ |
    địa chỉ hộp thư | địa chỉ hộp thư điện tử | địa chỉ email công vụ | địa chỉ mail công vụ |
    địa chỉ thư công vụ`),
  password: list(`
    mật khẩu | mật khẩu truy cập | mật khẩu đăng nhập | mật khẩu mặc định | mật khẩu đăng nhập vào | mật khẩu truy cập vào | mật khẩu vào | mật khẩu thư | mật khảu | mật mã | mk |
    mkhẩu | m khẩu | pass | password | pasword | passwork | pass word | mã khóa truy cập |
    mật khẩu tài khoản`),
  login: list(`
    tên truy cập | tên đăng nhập | tên hộp thư | tên hộp thư điện tử | tên email | tên mail |
    tên tài khoản | tên tài khoản email | tên tài khoản thư điện tử | tên địa chỉ email |
    tên địa chỉ hộp thư | tên thư điện tử | tên địa chỉ thư điện tử | username | user name |
    tên user | user | user đăng nhập | user truy cập | tên truy nhập | tên đăng ký |
    tên hòm thư`),
  name: list(`tên`),
  fullName: list(`
    họ tên | họ và tên | họ và tên người dùng | họ tên người dùng | tên hiển thị | họ tên hiển thị |
    tên chủ hộp thư | tên lót | tên đệm | chữ lót | họ và tên người sử dụng`),
  position: list(`
    chức vụ | chức danh | chức vụ công tác | thông tin chức vụ | thông tin chức danh |
    thông tin về chức vụ`),
  phone: list(`
    số điện thoại | điện thoại | sđt | số đt | đt | sđt liên hệ | số điện thoại liên hệ |
    số điện thoại di động | điện thoại di động | số di động | đtdđ | điện thoại liên hệ |
    điện thoại liên lạc | thông tin số điện thoại | số điện thoại cá nhân | số điện thoại liên lạc`),
  details: list(`
    thông tin | thông tin cá nhân | thông tin người dùng | thông tin người sử dụng |
    thông tin chủ hộp thư | thông tin hộp thư | thông tin hộp thư điện tử | thông tin tài khoản |
    thông tin email | thông tin liên hệ | thông tin của hộp thư | thông tin trong danh bạ | thông tin trên danh bạ | thông tin trên danh bạ thư điện tử | thông tin danh bạ thư điện tử | danh bạ thư điện tử |
    thông tin danh bạ | các thông tin`),
  size: list(`
    dung lượng | dung lượng hộp thư | dung lượng lưu trữ | dung lượng email | dung lượng mail |
    quota | dung lượng hộp thư điện tử`),
  unit: list(`
    đơn vị | đơn vị công tác | cơ quan | cơ quan công tác | phòng ban | nơi công tác | nơi làm việc |
    phòng ban công tác | đơn vị làm việc | thông tin đơn vị công tác`),
} as const satisfies Record<string, readonly string[]>;

/** Words too wide to be things by themselves, with what they are straight before an address or a login. */
export const announced = {
  address: list(`địa chỉ | có địa chỉ | theo địa chỉ | mang địa chỉ | lấy địa chỉ`),
  phone: list(`số mới | số cũ`),
  login: list(`tên | có tên | theo tên | mang tên | lấy tên | đặt tên`),
} as const;

export type Thing = keyof typeof things;
