/** Family and given names of staff lists, with every accent that names have. */
export const surnames =
  'Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Đoàn Trịnh Tạ Thạch Quách Lữ Mã Từ Ngụy Khổng'.split(
    ' ',
  );

export const given =
  'Ánh Ẩn Ước Yến Hùng Dũng Hưng Đức Thảo Mỹ Tuấn Phượng Nguyệt Quỳnh Khuê Hạnh Hậu Tuyết Thủy Thúy Hòa Toàn Hoài Giàu Nghĩa Kiệt Lượng Bảo Thắng Thuỷ Rạng Vững Sỹ Kỵ Tỷ Cẩm Oanh Khương Sang Điệp Đượm Nở Bé'.split(
    ' ',
  );
