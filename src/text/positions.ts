import { list } from './list.ts';
/**
 * Positions from the highest to the lowest, a line for those of one rank: "ưu tiên theo cấp bậc, chức vụ" (Điều 4 khoản 2).
 * To add a position, write it (and how offices shorten it) on the line of its equals; nothing else needs a change.
 * What follows a position ("Trưởng phòng Kế toán", "Chủ tịch UBND xã") changes nothing unless the longer form stands here.
 */
export const positionsByRank: readonly (readonly string[])[] = [
  list(`Bí thư Tỉnh ủy | Chủ tịch UBND tỉnh | Chủ tịch HĐND tỉnh | Chủ tịch tỉnh`),
  list(`Phó Bí thư Tỉnh ủy | Phó Chủ tịch UBND tỉnh | Phó Chủ tịch HĐND tỉnh | Phó Chủ tịch tỉnh`),
  list(`
    Bí thư | Chủ tịch | CT | Giám đốc | GĐ | Giám đốc Sở | Tổng Giám đốc | Thủ trưởng | Cục trưởng |
    Trưởng ban | Viện trưởng | Tổng Biên tập | Chánh án | Chủ nhiệm | Chỉ huy trưởng | Hiệu trưởng | HT`),
  list(`
    Phó Bí thư | PBT | Phó Chủ tịch | PCT | Phó Giám đốc | PGĐ | Phó Giám đốc Sở | Phó Tổng Giám đốc |
    Phó Thủ trưởng | Phó Cục trưởng | Phó Trưởng ban | Phó Ban | Phó Viện trưởng | Phó Tổng Biên tập |
    Phó Chánh án | Phó Chủ nhiệm | Phó Chỉ huy trưởng | Phó Hiệu trưởng | PHT | Ủy viên UBND`),
  list(`
    Chánh Văn phòng | CVP | Chánh Thanh tra | Chi cục trưởng | Giám đốc Trung tâm | Trưởng phòng |
    TP | Trưởng Công an | Chủ tịch Hội | Chủ tịch Công đoàn | Bí thư Đoàn | Trưởng khoa | Hạt trưởng |
    Trưởng trạm | Trạm trưởng | Đội trưởng | Kế toán trưởng | Giám đốc Chi nhánh`),
  list(`
    Phó Chánh Văn phòng | PCVP | Phó Văn phòng | Phó Chánh Thanh tra | Phó Chi cục trưởng |
    Phó Giám đốc Trung tâm | Phó Trưởng phòng | Phó phòng | PTP | Phó Trưởng Công an |
    Phó Chủ tịch Hội | Phó Chủ tịch Công đoàn | Phó Bí thư Đoàn | Phó Trưởng khoa | Phó khoa |
    Phó Hạt trưởng | Phó Trưởng trạm | Phó Đội trưởng | Phó Giám đốc Chi nhánh | Tổ trưởng |
    Trưởng bộ phận`),
  list(`Phó Tổ trưởng | Tổ phó | Phó Trưởng bộ phận | Phó bộ phận | Thư ký`),
  list(`Chuyên viên cao cấp | CVCC | Thanh tra viên cao cấp | Kế toán viên cao cấp | Thẩm phán`),
  list(`Chuyên viên chính | CVC | Thanh tra viên chính | Kế toán viên chính | Bác sĩ chính | Kỹ sư chính`),
  list(`
    Chuyên viên | CV | Thanh tra viên | Kế toán viên | Kiểm lâm viên | Bác sĩ | Dược sĩ | Kỹ sư |
    Giáo viên | Biên tập viên | Phóng viên | Công chức | Viên chức | Lưu trữ viên | Quản trị mạng`),
  list(`
    Cán sự | CS | Kỹ thuật viên | Kế toán | Thủ quỹ | Văn thư | Lưu trữ | Văn thư lưu trữ | Cán bộ |
    Văn phòng thống kê | Tư pháp hộ tịch | Địa chính xây dựng | Tài chính kế toán | Văn hóa xã hội`),
  list(`Nhân viên | NV | Hợp đồng | Lao động hợp đồng | Tạp vụ | Lái xe | Bảo vệ`),
];
