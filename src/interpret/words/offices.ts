import { list, product } from '../../text/list.ts';

/** Words with which the name of an office or an area begins. */
export const officeHeads = list(`
  sở | phòng | p | ban | bộ | cục | chi cục | ủy ban nhân dân | ủy ban | ubnd | hđnd | hội đồng nhân dân | hội đồng |
  văn phòng | vp | trung tâm | tt | trường | bệnh viện | trạm | trạm y tế | chi nhánh | công an | công ty | công đoàn |
  quân sự | hội | đoàn | tỉnh đoàn | huyện đoàn | tỉnh ủy | huyện ủy | thành ủy | thị ủy | đảng ủy | chi bộ | đảng bộ |
  mặt trận tổ quốc | mặt trận | ubmttq | ubmttqvn | mttq | liên đoàn | liên minh | thanh tra | kho bạc | tòa án | viện kiểm sát | viện |
  ban quản lý | bql | tổ | đội | bộ phận | khoa | quỹ | đài | báo | nhà văn hóa | hạt kiểm lâm | vườn quốc gia |
  huyện | xã | phường | thị trấn | thị xã | thành phố | tp | tx | tt yt | ttyt | ttcntt | ttcntt&tt | ttcntttt | vpubnd | trường thpt | trường thcs | trường mầm non | trường tiểu học`);

/** Those that are an office by themselves, without a name after them. */
export const standingAlone = list(
  `sở | phòng | xã | phường | huyện | trường | ubnd | hđnd | vp | ttcntt | ttcntttt`,
);

/** Offices that are named without a name: "chuyển sang đơn vị khác". */
const unnamed = list(`
  đơn vị khác | đơn vị mới | cơ quan khác | cơ quan mới | phòng khác | phòng mới | nơi khác | sở khác | ngành khác |
  huyện khác | xã khác | phòng ban khác | nơi công tác mới | địa phương khác | một đơn vị khác | cơ quan khác công tác |
  trung ương | doanh nghiệp | doanh nghiệp tư nhân`);

/** Where people go from Kiên Giang: the provinces as they were called until 30 June 2025. */
const provinces = list(`
  An Giang | Bà Rịa - Vũng Tàu | Bạc Liêu | Bắc Giang | Bắc Kạn | Bắc Ninh | Bến Tre | Bình Định | Bình Dương | Bình Phước | Bình Thuận |
  Cà Mau | Cao Bằng | Đắk Lắk | Đắk Nông | Điện Biên | Đồng Nai | Đồng Tháp | Gia Lai | Hà Giang | Hà Nam | Hà Tĩnh | Hải Dương |
  Hậu Giang | Hòa Bình | Hưng Yên | Khánh Hòa | Kon Tum | Lai Châu | Lạng Sơn | Lào Cai | Lâm Đồng | Long An | Nam Định | Nghệ An |
  Ninh Bình | Ninh Thuận | Phú Thọ | Phú Yên | Quảng Bình | Quảng Nam | Quảng Ngãi | Quảng Ninh | Quảng Trị | Sóc Trăng | Sơn La |
  Tây Ninh | Thái Bình | Thái Nguyên | Thanh Hóa | Thừa Thiên Huế | Tiền Giang | Trà Vinh | Tuyên Quang | Vĩnh Long | Vĩnh Phúc | Yên Bái`);
const cities = list(`Cần Thơ | Đà Nẵng | Hà Nội | Hải Phòng | Hồ Chí Minh | Huế`);

/** Bare names, which may be people's, too: an office only where somebody goes. */
export const elsewhere: readonly string[] = [...provinces, ...cities];

export const otherOffices: readonly string[] = [
  ...unnamed,
  ...product(['tỉnh'], provinces),
  ...product(['thành phố', 'tp'], cities),
];

/** The asking office itself: "cán bộ của đơn vị". */
export const ownOffice = list(`
  của đơn vị | của cơ quan | tại đơn vị | tại cơ quan | trong đơn vị | trong cơ quan | thuộc đơn vị | thuộc cơ quan | ở đơn vị | ở cơ quan |
  đơn vị chúng tôi | cơ quan chúng tôi | của đơn vị chúng tôi | của chúng tôi | chúng tôi`);

/** What offices deal with: words that go on with an office's name. */
export const fields = list(`
  nội vụ | ngoại vụ | tài chính | kế hoạch | đầu tư | kế hoạch đầu tư | tư pháp | hộ tịch | tài nguyên | môi trường | tn&mt | tài nguyên môi trường | nông nghiệp | phát triển nông thôn | nông thôn |
  xây dựng | giao thông | vận tải | giao thông vận tải | công thương | công nghiệp | thương mại | khoa học | công nghệ | khoa học công nghệ | thông tin | truyền thông | thông tin truyền thông | công nghệ thông tin | cntt | tt&tt | tttt |
  văn hóa | thể thao | du lịch | văn hóa thông tin | giáo dục | đào tạo | giáo dục đào tạo | gd&đt | y tế | lao động | thương binh | xã hội | thương binh và xã hội | lđtbxh | lđ-tb&xh | dân tộc | tôn giáo |
  tổ chức | hành chính | tổ chức hành chính | hành chính tổ chức | tổ chức cán bộ | tổng hợp | kế toán | tài vụ | văn thư | lưu trữ | lịch sử | quản trị | kinh tế | hạ tầng | kinh tế hạ tầng | quản lý đô thị | đô thị | nghiệp vụ |
  kiểm tra đảng | tuyên giáo | dân vận | kiểm tra | nội chính | pháp chế | thanh tra | kỹ thuật | dược | khám bệnh | dân số | bảo hiểm xã hội | bảo hiểm | thuế | thống kê | kho bạc | nhà nước | đất đai | đăng ký đất đai | địa chính |
  tiếp công dân | một cửa | phục vụ hành chính công | hành chính công | dịch vụ việc làm | khuyến nông | thú y | chăn nuôi | trồng trọt | bảo vệ thực vật | thủy sản | thủy lợi | kiểm lâm | kiểm ngư | lâm nghiệp | biển | hải đảo | khí tượng |
  phụ nữ | nông dân | thanh niên | cựu chiến binh | chữ thập đỏ | người cao tuổi | luật gia | nhà báo | văn học nghệ thuật | khuyến học | tổ quốc việt nam | việt nam | lao động tỉnh | nhân dân | chuyên môn |
  bưu chính viễn thông | bưu chính | viễn thông | báo chí | xuất bản | tin học | thông tin báo chí xuất bản | thi đua khen thưởng | tđkt | thi đua | khen thưởng | cải cách hành chính | công chức viên chức | xây dựng chính quyền | quy hoạch | kiến trúc | nhà ở | thẩm định |
  ngân sách | giá | công sản | doanh nghiệp | đăng ký kinh doanh | hợp tác | hợp tác quốc tế | năng lượng | quản lý thị trường | quản lý | điều hành | an toàn | hạ tầng kỹ thuật | tỉnh | mầm non | tiểu học | trung học cơ sở | trung học phổ thông | thpt | thcs | chính trị |
  đa khoa | y học cổ truyền | ung bướu | tâm thần | sản nhi | pháp y | giám định y khoa | kiểm nghiệm | kiểm soát bệnh tật | an toàn vệ sinh thực phẩm |
  vệ sinh thực phẩm | người có công | việc làm | chính quyền địa phương | xây dựng chính quyền địa phương | chính quyền | nghề nghiệp | trẻ em | bình đẳng giới | giảm nghèo | bảo trợ xã hội | bảo trợ | trợ giúp pháp lý | phát triển quỹ đất | quỹ đất | phát triển | quan trắc | nước sạch | vệ sinh môi trường |
  khuyến ngư | cảng cá | đăng kiểm | xúc tiến đầu tư | xúc tiến thương mại | xúc tiến | thư viện | bảo tàng | giáo dục thường xuyên |
  đo lường | chất lượng | tiêu chuẩn | thiên tai | đấu giá | tín dụng |
  tccb | tchc | hcth | hctc | khtc | tckh | tckt | ktht | qlđt | tnmt | vhtt | nnptnt`);

/** Districts and communes of Kiên Giang, as they stood until 30 June 2025. */
export const places = list(`
  Kiên Giang | An Giang |
  Rạch Giá | Hà Tiên | Kiên Lương | Hòn Đất | Tân Hiệp | Châu Thành | Giồng Riềng | Gò Quao |
  An Biên | An Minh | Vĩnh Thuận | Phú Quốc | Kiên Hải | U Minh Thượng | Giang Thành |
  Vĩnh Thanh | Vĩnh Quang | Vĩnh Hiệp | Vĩnh Thanh Vân | Vĩnh Lạc | An Hòa | An Bình | Rạch Sỏi |
  Vĩnh Lợi | Vĩnh Thông | Phi Thông | Tô Châu | Đông Hồ | Bình San | Pháo Đài | Mỹ Đức | Tiên Hải |
  Thuận Yên | Kiên Lương | Kiên Bình | Hòa Điền | Dương Hòa | Bình An | Bình Trị | Sơn Hải |
  Hòn Nghệ | Hòn Đất | Sóc Sơn | Bình Sơn | Bình Giang | Mỹ Thái | Nam Thái Sơn | Mỹ Hiệp Sơn |
  Sơn Kiên | Sơn Bình | Mỹ Thuận | Lình Huỳnh | Thổ Sơn | Mỹ Lâm | Mỹ Phước | Tân Hiệp | Tân Hội |
  Tân Thành | Tân Hiệp B | Tân Hoà | Thạnh Đông B | Thạnh Đông | Tân Hiệp A | Tân An |
  Thạnh Đông A | Thạnh Trị | Minh Lương | Mong Thọ A | Mong Thọ B | Mong Thọ | Giục Tượng |
  Vĩnh Hòa Hiệp | Vĩnh Hoà Phú | Minh Hòa | Thạnh Lộc | Giồng Riềng | Thạnh Hưng | Thạnh Phước |
  Thạnh Hòa | Thạnh Bình | Bàn Thạch | Bàn Tân Định | Ngọc Thành | Ngọc Chúc | Ngọc Thuận |
  Hòa Hưng | Hoà Lợi | Hoà An | Long Thạnh | Vĩnh Thạnh | Vĩnh Phú | Hòa Thuận | Ngọc Hoà |
  Gò Quao | Vĩnh Hòa Hưng Bắc | Định Hòa | Thới Quản | Định An | Thủy Liễu | Vĩnh Hòa Hưng Nam |
  Vĩnh Phước A | Vĩnh Phước B | Vĩnh Tuy | Vĩnh Thắng | Thứ Ba | Tây Yên | Tây Yên A | Nam Yên |
  Hưng Yên | Nam Thái | Nam Thái A | Đông Thái | Đông Yên | Thứ Mười Một | Thuận Hoà | Đông Hòa |
  Đông Thạnh | Tân Thạnh | Đông Hưng | Đông Hưng A | Đông Hưng B | Vân Khánh | Vân Khánh Đông |
  Vân Khánh Tây | Vĩnh Thuận | Vĩnh Bình Bắc | Vĩnh Bình Nam | Bình Minh | Tân Thuận | Phong Đông |
  Vĩnh Phong | Dương Đông | An Thới | Cửa Cạn | Gành Dầu | Cửa Dương | Hàm Ninh | Dương Tơ |
  Bãi Thơm | Thổ Châu | Hòn Tre | Lại Sơn | An Sơn | Nam Du | Thạnh Yên | Thạnh Yên A |
  An Minh Bắc | Vĩnh Hòa | Hoà Chánh | Minh Thuận | Vĩnh Điều | Tân Khánh Hòa | Phú Lợi | Phú Mỹ`);
