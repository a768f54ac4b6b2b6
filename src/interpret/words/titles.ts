import { list } from '../../text/list.ts';
/** What stands before a name and is no part of it. Longer ones first is not needed: the longest that fits is taken. */
export const titles: readonly string[] = list(`
    ông | bà | anh | chị | cô | thầy | đồng chí | đ/c | đc | đ c | các đồng chí | ô | ông/bà |
    ông (bà) | bs | bác sĩ | bác sỹ | bsck | bs ck1 | bs ck2 | bs cki | bs ckii | bscki | bsckii |
    bsck1 | bsck2 | cki | ckii | ck1 | ck2 | ths | thạc sĩ | thạc sỹ | ts | tiến sĩ | tiến sỹ | pgs |
    phó giáo sư | gs | giáo sư | cn | cử nhân | ks | kỹ sư | ksc | ds | dược sĩ | dược sỹ | dsck1 |
    dsck2 | đd | điều dưỡng | ls | luật sư | kts | kiến trúc sư | nhà báo | gv | giáo viên | cv | nv | thầy giáo | cô giáo | em |
    y sĩ | y sỹ | ys | ktv | kỹ thuật viên | nhs | hộ sinh | nữ hộ sinh | cnđd | đdv | dsđh | dstc | bác sĩ cki | bác sĩ ckii |
    bác sĩ ck1 | bác sĩ ck2 | bác sĩ chuyên khoa i | bác sĩ chuyên khoa ii | bác sĩ chuyên khoa 1 | bác sĩ chuyên khoa 2 |
    linh mục | đại đức | thượng tọa | hòa thượng | ni sư | sư cô | mục sư |
    đại tướng | thượng tướng | trung tướng | thiếu tướng | đại tá | thượng tá | trung tá | thiếu tá |
    đại úy | thượng úy | trung úy | thiếu úy | thượng sĩ | trung sĩ | hạ sĩ | mr | mrs | ms | dr`);

/** What stands in a column of names and is neither a person nor an office. */
export const noNames: readonly string[] = list(`
    văn thư | đoàn thanh niên | đoàn trường | đoàn xã | đoàn thể | đoàn khối | đoàn kiểm tra | đoàn công tác | họ tên | họ và tên | họ | tên | không | không có | chưa | chưa có | đang tuyển | vợ chồng | như trên | cấp mới | cấp lại | hủy |
    thay đổi | mở khóa | tạm khóa | đổi | chuyển | tổng | tổng cộng | cộng | hết | danh sách |
    hộp thư | hòm thư | email | e mail | thư điện tử | tài khoản | mật khẩu | cán bộ | công chức |
    viên chức | nhân viên | lãnh đạo | thủ quỹ | kế toán | quản trị | người dùng | người khác |
    người lập | nơi nhận | kính gửi | ghi chú | các đồng chí | tất cả | toàn thể | toàn bộ | admin |
    administrator | test | user | null | none | undefined`);

/** The same, but beginning as a family name does: `Đoàn viên` in small letters, where `Đoàn Viên Thảo` is somebody. */
export const likeSurnames: readonly string[] = list(`
    đoàn viên | công nhân | công nhân viên | công tác viên | công việc | công văn | đồng nghiệp | cao học | cao đẳng | quan sát viên |
    danh mục | phương án | thi tuyển | tăng cường | tăng thêm | tăng mới | mã số | mã nhân viên | lưu ý | lý do | từ chối | đồng ý |
    điền sau | điền thêm | cung cấp | chung cho`);

/** How letters speak of somebody before his name or his given name alone, as a pattern for words as they are written. */
export const callings = 'ông|bà|anh|chị|cô|thầy|chú|bác|em|cậu|dì|đồng chí|đ ?[/.] ?c|đc';
/** What else stands before a name that is looked for among those of the rows: by itself it may be any word, or stand without its accents. */
export const looseCallings =
  'bạn|mợ|bs|ths|ts|bác sĩ|bé|con|thằng|cháu|nhỏ|trường hợp|tên|ong|ba|chi|co|thay|d ?[/.] ?c|dc|dong chi|truong hop|ten|mr|ms|chj|[acôob]';

/** Given names that are verbs as well, which follow whoever speaks or acts: "sếp em bảo để tuần sau hãy làm". With a capital they are names. */
export const alsoVerbs: ReadonlySet<string> = new Set(
  list(
    `bảo | được | sang | cần | mới | nhớ | mong | tin | tính | hiểu | biết | hẹn | định | thấy | tới | lo | quyết | thương | hỏi`,
  ),
);
