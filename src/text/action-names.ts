/** What each action is called in words to offices. */
export const actionNames = {
  create: 'cấp mới hộp thư',
  rename: 'thay đổi tên truy cập',
  'reset-password': 'cấp lại mật khẩu',
  update: 'thay đổi thông tin',
  transfer: 'chuyển đơn vị',
  cancel: 'hủy bỏ hộp thư',
  restore: 'cấp lại hộp thư đã bị thu hồi',
  unlock: 'mở khóa hộp thư',
  lock: 'tạm khóa hộp thư',
  unclear: 'nội dung chưa rõ',
} as const;
