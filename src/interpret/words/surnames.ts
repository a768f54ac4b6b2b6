import { list } from '../../text/list.ts';
/** Family names of the province's people (Kinh, Khmer, Hoa and others): they tell a name from an office in a cell's words. */
export const surnames: readonly string[] = list(`
    Nguyễn | Trần | Lê | Phạm | Huỳnh | Hoàng | Phan | Vũ | Võ | Đặng | Bùi | Đỗ | Hồ | Ngô | Dương |
    Lý | Trương | Đinh | Đoàn | Lâm | Mai | Trịnh | Đào | Cao | Hà | Tô | Tạ | Thái | Châu | Quách |
    Vương | La | Lưu | Lương | Phùng | Tăng | Tống | Thạch | Danh | Thị | Kim | Sơn | Kiên | Tiên |
    Chau | Néang | Mã | Mạc | Mạch | Khưu | Khổng | Kha | Diệp | Doãn | Giang | Hứa | Hàn | Hầu |
    Hình | Kiều | Lại | Lục | Lữ | Lư | Nghiêm | Nhan | Nhâm | Ninh | Nông | Phó | Phù |
    Quang | Quan | Sầm | Sử | Tào | Tất | Thân | Thi | Thiều | Thới | Tiêu | Tiết | Tôn | Tôn Nữ |
    Trang | Trà | Triệu | Từ | Ung | Uông | Văn | Vi | Viên | Vưu | Âu | Bạch | Bành | Cam | Cái |
    Chu | Chung | Cù | Cung | Cổ | Công | Đàm | Đồng | Đổng | Đường | Điền | Giáp | Hạ | Hồng | Khúc |
    Liêu | Lộ | Ngụy | Ngưu | Niê | Ôn | Phương | Phí | Tằng | Thẩm | Trầm | Tri | Xa | Yên`);

const known = new Set(surnames.map((surname) => surname.toLowerCase()));

/** Whether a word is a family name, in whatever letters, with all its accents. */
export const isSurname = (word: string): boolean => known.has(word.normalize('NFC').toLowerCase());
