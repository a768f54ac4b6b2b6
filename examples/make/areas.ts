import { list } from '../../src/text/list.ts';

/** The 15 districts of Kiên Giang and their 143 communes, as they stood until 30 June 2025. */
export const areas: readonly { district: string; communes: readonly string[] }[] = [
  {
    district: 'Thành phố Rạch Giá',
    communes: list(`
      Phường Vĩnh Thanh | Phường Vĩnh Quang | Phường Vĩnh Hiệp | Phường Vĩnh Thanh Vân |
      Phường Vĩnh Lạc | Phường An Hòa | Phường An Bình | Phường Rạch Sỏi | Phường Vĩnh Lợi |
      Phường Vĩnh Thông | Xã Phi Thông`),
  },
  {
    district: 'Thành phố Hà Tiên',
    communes: list(`
      Phường Tô Châu | Phường Đông Hồ | Phường Bình San | Phường Pháo Đài | Phường Mỹ Đức |
      Xã Tiên Hải | Xã Thuận Yên`),
  },
  {
    district: 'Huyện Kiên Lương',
    communes: list(`
      Thị trấn Kiên Lương | Xã Kiên Bình | Xã Hòa Điền | Xã Dương Hòa | Xã Bình An | Xã Bình Trị |
      Xã Sơn Hải | Xã Hòn Nghệ`),
  },
  {
    district: 'Huyện Hòn Đất',
    communes: list(`
      Thị trấn Hòn Đất | Thị trấn Sóc Sơn | Xã Bình Sơn | Xã Bình Giang | Xã Mỹ Thái |
      Xã Nam Thái Sơn | Xã Mỹ Hiệp Sơn | Xã Sơn Kiên | Xã Sơn Bình | Xã Mỹ Thuận | Xã Lình Huỳnh |
      Xã Thổ Sơn | Xã Mỹ Lâm | Xã Mỹ Phước`),
  },
  {
    district: 'Huyện Tân Hiệp',
    communes: list(`
      Thị trấn Tân Hiệp | Xã Tân Hội | Xã Tân Thành | Xã Tân Hiệp B | Xã Tân Hoà | Xã Thạnh Đông B |
      Xã Thạnh Đông | Xã Tân Hiệp A | Xã Tân An | Xã Thạnh Đông A | Xã Thạnh Trị`),
  },
  {
    district: 'Huyện Châu Thành',
    communes: list(`
      Thị trấn Minh Lương | Xã Mong Thọ A | Xã Mong Thọ B | Xã Mong Thọ | Xã Giục Tượng |
      Xã Vĩnh Hòa Hiệp | Xã Vĩnh Hoà Phú | Xã Minh Hòa | Xã Bình An | Xã Thạnh Lộc`),
  },
  {
    district: 'Huyện Giồng Riềng',
    communes: list(`
      Thị trấn Giồng Riềng | Xã Thạnh Hưng | Xã Thạnh Phước | Xã Thạnh Lộc | Xã Thạnh Hòa |
      Xã Thạnh Bình | Xã Bàn Thạch | Xã Bàn Tân Định | Xã Ngọc Thành | Xã Ngọc Chúc |
      Xã Ngọc Thuận | Xã Hòa Hưng | Xã Hoà Lợi | Xã Hoà An | Xã Long Thạnh | Xã Vĩnh Thạnh |
      Xã Vĩnh Phú | Xã Hòa Thuận | Xã Ngọc Hoà`),
  },
  {
    district: 'Huyện Gò Quao',
    communes: list(`
      Thị trấn Gò Quao | Xã Vĩnh Hòa Hưng Bắc | Xã Định Hòa | Xã Thới Quản | Xã Định An |
      Xã Thủy Liễu | Xã Vĩnh Hòa Hưng Nam | Xã Vĩnh Phước A | Xã Vĩnh Phước B | Xã Vĩnh Tuy |
      Xã Vĩnh Thắng`),
  },
  {
    district: 'Huyện An Biên',
    communes: list(`
      Thị trấn Thứ Ba | Xã Tây Yên | Xã Tây Yên A | Xã Nam Yên | Xã Hưng Yên | Xã Nam Thái |
      Xã Nam Thái A | Xã Đông Thái | Xã Đông Yên`),
  },
  {
    district: 'Huyện An Minh',
    communes: list(`
      Thị trấn Thứ Mười Một | Xã Thuận Hoà | Xã Đông Hòa | Xã Đông Thạnh | Xã Tân Thạnh |
      Xã Đông Hưng | Xã Đông Hưng A | Xã Đông Hưng B | Xã Vân Khánh | Xã Vân Khánh Đông |
      Xã Vân Khánh Tây`),
  },
  {
    district: 'Huyện Vĩnh Thuận',
    communes: list(`
      Thị trấn Vĩnh Thuận | Xã Vĩnh Bình Bắc | Xã Vĩnh Bình Nam | Xã Bình Minh | Xã Vĩnh Thuận |
      Xã Tân Thuận | Xã Phong Đông | Xã Vĩnh Phong`),
  },
  {
    district: 'Thành phố Phú Quốc',
    communes: list(`
      Phường Dương Đông | Phường An Thới | Xã Cửa Cạn | Xã Gành Dầu | Xã Cửa Dương | Xã Hàm Ninh |
      Xã Dương Tơ | Xã Bãi Thơm | Xã Thổ Châu`),
  },
  {
    district: 'Huyện Kiên Hải',
    communes: list(`
      Xã Hòn Tre | Xã Lại Sơn | Xã An Sơn | Xã Nam Du`),
  },
  {
    district: 'Huyện U Minh Thượng',
    communes: list(`
      Xã Thạnh Yên | Xã Thạnh Yên A | Xã An Minh Bắc | Xã Vĩnh Hòa | Xã Hoà Chánh | Xã Minh Thuận`),
  },
  {
    district: 'Huyện Giang Thành',
    communes: list(`
      Xã Vĩnh Phú | Xã Vĩnh Điều | Xã Tân Khánh Hòa | Xã Phú Lợi | Xã Phú Mỹ`),
  },
];
