import { list } from '../../text/list.ts';
import { equipment, otherSystems } from '../../text/other-things.ts';

export type Warning =
  | 'negation'
  | 'condition'
  | 'choice'
  | 'question'
  | 'number'
  | 'keeping'
  | 'done'
  | 'elsewhere';

/**
 * Words that can turn a wish round or leave it open: whatever stands beside them, the row is unclear. `why` completes "chưa rõ …".
 * Words that stand in no table at all do the same; these only tell the office better what was in the way.
 */
export const warnings: readonly { about: Warning; why: string; phrases: readonly string[] }[] = [
  {
    about: 'negation',
    why: 'yêu cầu có được thực hiện hay không, vì có từ phủ định “{words}”',
    phrases: list(`
    không | chưa | đừng | chớ | khỏi | miễn | thôi | khoan | chẳng | chả | ko | k | kg | hk | hông |
    hổng | không được | chưa được | chưa cần | không cần | không nên | không còn | đừng có | cấm |
    tránh | phản đối | không đồng ý | không thống nhất | rút lại | rút | hoãn | dời | bỏ qua | trừ |
    ngoại trừ | không phải | không phải là`),
  },
  {
    about: 'condition',
    why: 'điều kiện “{words}” đã có hay chưa',
    phrases: list(`
    nếu | nếu được | nếu được thì | nếu còn | nếu có | trường hợp | khi | khi nào | sau khi |
    trước khi | chờ | đợi | tùy | tùy theo | thì | sau đó | có thể | dự kiến | chỉ khi | trước | sau |
    đến khi | cho đến khi | miễn là | giả sử | phòng khi | lỡ | có lẽ | chắc | hình như`),
  },
  {
    about: 'choice',
    why: 'đơn vị chọn yêu cầu nào, vì có từ “{words}”',
    phrases: list(`hoặc | hay | hay là | hoặc là | và hoặc`),
  },
  {
    about: 'question',
    why: 'đơn vị yêu cầu hay hỏi (“{words}”)',
    phrases: list(`
    được không | có được không | phải không | đúng không | phải chăng | tại sao | vì sao |
    như thế nào | thế nào | bao giờ | ai`),
  },
  {
    about: 'number',
    why: 'yêu cầu gồm những hộp thư nào (“{words}”)',
    phrases: list(`
    tất cả | toàn bộ | các | những | mọi | mỗi | hết | khác | cả | cả hai | thứ hai | thứ 2 | riêng |
    chỉ | nhiều | một số | còn lại | dùng chung | chung`),
  },
  {
    about: 'keeping',
    why: 'việc gì cần làm, vì có ghi “{words}”',
    phrases: list(`giữ | giữ nguyên | giữ lại | để nguyên | duy trì | gia hạn | như cũ | như trên | nt`),
  },
  {
    about: 'done',
    why: 'việc đã xong hay cần làm (“{words}”)',
    phrases: list(`
    đã xong | đã giải quyết | đã giải quyết xong | đã xử lý | đã xử lý xong | đã thực hiện xong |
    đã làm rồi | đã làm xong | xong rồi | giải quyết rồi | đã cấp rồi |
    cấp rồi | đã hủy rồi | đã khóa rồi | đã mở rồi | đã đổi rồi | đã cấp lại rồi | đã được cấp rồi`),
  },
  {
    about: 'elsewhere',
    why: 'yêu cầu về hộp thư điện tử hay về việc khác (“{words}”)',
    phrases: [
      ...otherSystems,
      ...equipment,
      ...list(`
    cung cấp | chữ ký | chứng thư | token | phần mềm | một cửa | wifi | internet | mạng |
    họp trực tuyến | hội nghị truyền hình | facebook | website | cổng thông tin | trang thông tin | điện thoại bàn | sim | thẻ |
    thẻ công chức | danh bạ | thư rác | dữ liệu | sao lưu | chuyển tiếp | bàn giao | quyền |
    phân quyền | cấp quyền | hướng dẫn | cài đặt | kiểm tra | tên miền | máy chủ |
    tên đơn vị | tên cơ quan | ủy quyền | nhóm thư | nhóm | gmail | yahoo |
    khôi phục thư | xóa thư | chuyển thư | gửi | nhận | sao chép | thư trong hộp thư`),
    ],
  },
];
