import { remembering } from './remembering.ts';
import { phrase } from './spoken.ts';

/**
 * What a phrase around a list of wishes does to them: `all`: it calls off, puts off or excepts by itself; `some`: only where it is said of some
 * of them ("chị Duyên để sau"); `others`: it leaves those to be done of which it is said, and no others ("chỉ thực hiện dòng 1"); `told`: it stands where somebody tells or asks, which a letter without a form around its list may be for; `beside`: only where it stands beside a row, in its note or a column of its own.
 */
export type Effect = 'all' | 'some' | 'others' | 'told' | 'beside';

const carry = '(?:thực hiện|làm|xử lý|giải quyết|tiến hành)';
const act = '(?:thực hiện|làm|xử lý|giải quyết|tiến hành|cấp|hủy|thu hồi|khóa|đổi|xóa|chuyển|mở|tạo)';
const ask = '(?:đề nghị|yêu cầu|có nhu cầu|cần)';
const paper =
  '(?:phiếu|danh sách|yêu cầu|đề nghị|biểu mẫu|file|tệp|hồ sơ|(?:văn bản|công văn|thư|mail|email|bản|nội dung) (?:này|trên|kèm theo))';
const row =
  '(?:các|những|dòng|hàng|stt|số|mục|tên|ô|trường hợp|đồng chí|người|cán bộ|cá nhân|ông|bà|anh|chị|cô|thầy|một|hai|ba|bốn|năm|\\d+)';
const next = '(?:sau|tới|mới|mai|khác)';
const term = '(?:tuần|tháng|năm|quý|đợt|dịp|kỳ|hôm|bữa|!ngày|lần)';
/** Not of what was asked earlier: "hủy phiếu đã gửi ngày 20/11", "lần trước gửi nhầm". What looks behind stands at the end of a phrase, where few sentences get. */
const notEarlier = '(?! (?:cũ|trước|lần trước|(?:đã )?gửi (?:ngày|lúc|hôm|lần|sáng|chiều)))';
const notBefore = '(?<! (?:lần trước|hôm qua|hôm trước|tuần trước|trước đây|hôm kia) .*)';
/** How many there are, before "thôi": no more than that. */
export const soMany =
  '(?:có|gồm|tổng cộng)(?: (?:đúng|chỉ|tất cả))? (?:\\d+|một|hai|ba|bốn|năm) (?:người|cán bộ|đồng chí|trường hợp|hộp thư|dòng|anh chị)';
/** "Đồng thời", "sử dụng", "cán bộ", "hoàn thành", "trụ sở": other words, where accents are lost. */
const stop = `(?<! (?:đồng|tạm|kịp|đương|nhất|sau) )(?<! làm(?: trước| giúp| giùm| dùm)+(?: [^ ,]+){0,10} )(?<! ${soMany} )thôi`;
/** "Đợi", and not "đổi mật khẩu" without its accents. */
const wait = '(?:!chờ|đợi(?! (?:mat|mk|pass|ten|hop|email|mail|tai|dia|so|sdt|dien|chuc|don|phong|thong)))';
const halt = '(?<! (?:sử|người|vận|tin|nội|áp|tuyển|xây|bị|đang) )(?:dừng|ngừng|ngưng|đừng)';
const postpone = 'hoãn(?! (?:thành|tất|thiện|toàn|trả))';
/** What stands first in a subject, or in a line. */
const first = '(?<=^ (?:, )?(?:(?:v / v|về việc|kính gửi|gửi) )*)';
/** Papers that go with a request; words that still ask for it. */
const notBeside =
  '(?<! (?:giấy|bưu điện|bản chính|quyết định|công văn|hợp đồng|kết quả) .*)(?!.* (?:thực hiện|xử lý|giải quyết|hỗ trợ|cấp|hủy|thu hồi|khóa|đổi) )';
const keepFor = '(?:lưu|lưu trữ|đối chiếu|nắm|biết|theo dõi|chuẩn bị)';
/** What a paper that asks for nothing is sent for. */
const filing = '(?:lưu|lưu trữ|đối chiếu|nắm|biết|theo dõi|tổng hợp|báo cáo|nghiên cứu)';
const center = '(?:(?:quý|trung tâm|các|anh|chị|bên) )+';
const leaders = '(?:lãnh đạo|giám đốc|thủ trưởng|chủ tịch|chánh văn phòng|sếp|cấp trên|ban giám đốc)';
/** Not of an earlier paper that this one follows, nor of the answer that is hoped for. */
const thisPaper =
  '(?:phiếu|danh sách|yêu cầu)(?: (?!(?:trước|cũ|ngày|đợt|tháng|tuần|hôm|lần|nhưng|khác) )[^ ,]+){0,6}';
const drop =
  '(?<! (?:hủy|bãi|cán|toàn|nội|công|chưa|xóa|đã|vi ,) )(?:bỏ|gạch|loại(?! hộp)|rút|xóa)(?! (?:hộp|email|mail|thư|tài|địa|hòm|tk|sót|trống|việc|kinh|chân|dưới|dấu|mật|dữ|sung|phận|máy|trưởng))';

const phrases: Record<Effect, string> = {
  all: `
!để(?: (?:lại|đến|tới|qua|sang)){0,2} (?:cuối|đầu|giữa|hết|sang|qua) (?:tháng|năm|quý|tuần|tết)(?: (?:\\d+|này|sau|tới|hai|mười hai))?(?= (?:,|$|hãy|mới|rồi|làm|hủy|thực hiện|xử lý))
(?<! cán )(?:bỏ|xóa|gạch|loại|hủy|rút|thu hồi|thu lại|lấy lại)(?: (?:bỏ|lại|các|toàn bộ|giúp|giùm|dùm|hộ|em|mình|sở))* ${paper}${notEarlier}
bỏ qua~ ${paper}${notEarlier}
${first}(?:recall|thu hồi|rút|rút lại|hủy|hủy bỏ) , (?:phiếu|văn bản|công văn|thư(?! (?:điện|công|đt)))
${first}dự thảo(?: lần \\d+)? ${paper}
${first}(?:báo cáo|thông báo|tổng hợp) (?:về )?kết quả(?! (?:(?:về|cho|đến|qua) (?:sở|đơn vị|cơ quan|văn phòng|chúng|phòng|huyện|xã|hộp thư|email|địa chỉ|số|điện thoại)|trước|trong))(?!.* (?:đề nghị|yêu cầu|xin|phiếu) )
(?:phiếu|danh sách|file|tệp)…(?: ,)? để ${keepFor}(?: hồ sơ)?(?= (?:, )?$)${notBeside}
để ${center}${keepFor}(?! (?:rõ|lý do))${notBeside}
(?:gửi|nộp) ${center}(?:lưu|đối chiếu)${notBeside}
(?:xin|xin phép|cho|đề nghị) rút(?: lại)?(?= (?:,|ạ|nhé) | $)
${drop}~ (?:dòng|hàng|stt|số thứ tự|trường hợp|tên|khỏi|ra khỏi)
(?:dòng|hàng|stt|số thứ tự)(?: (?:,|số|và|đến|cuối|đầu|trên|dưới|này|cùng|thì|đề nghị|xin|\\d{1,4}))+ ${drop}
(?<! (?:trước đây|từ trước|trước giờ|lâu nay|đến nay)(?: [^ ,]+){0,5} )chưa~ (?:${carry}|${ask})(?! (?:được|việc|đổi|đăng nhập|tốt|nên))
(?:khoan|khoan hãy|tạm hoãn|${postpone}|${halt}|tạm ngưng|tạm dừng|tạm thời (?:không|chưa))~ (?:${act}|${ask})
(?:${postpone} (?:lại|thời gian|việc)|tạm hoãn|tạm giữ (?:lại|phiếu|danh sách|yêu cầu)|tạm gác|gác lại|(?<! bị )(?:tạm dừng|tạm ngưng)(?! (?:hoạt|sử|khóa)))
${wait}…(?: ,)? (?:mới|hãy|rồi|sẽ)~ ${act}
(?:khi|khi nào|nếu|từ|sang|đến|có|chừng nào|để|qua|hết|ra|xong|sẽ)… (?<! (?:cán bộ|công chức|viên chức|nhân viên|chuyên viên|đồng chí|cấp|mật khẩu|hộp thư|tuyển|người|thư|số|năm) )(?:mới|thì hãy|hãy|rồi) (?:được |tiến hành )?(?:${carry}|áp dụng|cấp|hủy|thu hồi|khóa|đổi|xóa)
(?:để|sang|qua|đến|tới) ${term} ${next}(?: [^ ,]+){0,3} ${act}
(?:tuần|tháng|năm|quý|đợt) (?:sau|tới) (?:mới|hãy|rồi)
(?:${carry}|cấp|hủy|thu hồi|khóa|áp dụng)(?: [^ ,]+){0,4} (?:từ|vào|sang|qua)(?: [^ ,]+){0,3} (?:tuần|tháng|năm|quý|đợt) (?:sau|tới)(?<! (?:!để|kịp|phục vụ|trước|nhận) .*)
(?:${carry}|cấp|hủy|thu hồi|khóa|đổi)(?: [^ ,]+){0,3} (?:sau giờ (?:làm việc|hành chính)|từ ngày mai)
khi nào(?: [^ ]+){0,16}? mới ${act}
sau khi(?! (?:cấp|nhận|hủy|thu hồi|khóa|đổi|có kết quả))(?: [^ ]+){1,16}? thì (?:(?:mới|hãy|đề nghị|xin|trung tâm) )*(?:hủy|thu hồi|khóa|xóa|thu hồi|thực hiện)
khi(?: nào)? có(?! (?:kết quả|mật khẩu|hộp thư|tài khoản|thay đổi|vướng|sai|gì))…(?: ,)? (?:[^ ,]+ ){0,3}sẽ (?:báo|thông báo|đề nghị)(?: [^ ,]+){0,4} (?:thực hiện|xử lý|trung tâm)
(?:để|dời|hẹn|lùi) (?:sang |qua |đến |lại )?${term} ${next}(?! (?:khi|này))
${carry}(?: (?:sẽ|được|bắt đầu))* sau khi(?! (?:nhận|có kết quả|được cấp))
(?:tài liệu|phiếu)(?: [^ ,]+){0,8} để(?: các)?(?: [^ ,]+){0,3} (?:góp ý|cho ý kiến|thảo luận)
trước khi quyết định(?! (?:số|nghỉ|bổ nhiệm))|dự kiến (?:như|theo) phiếu
(?:số liệu|danh sách)(?: [^ ,]+){0,2} sẽ được (?:điều chỉnh|cập nhật|bổ sung)
chỉ(?: được)?~ ${act}… (?:sau khi|khi|nếu|khi nào|từ khi)
không~ ${carry}(?: (?:đối với|cho|với))? (?:dòng|trường hợp (?:này|trên|sau|số)|các trường hợp (?:này|trên|sau|dưới đây)|danh sách|phiếu|đồng chí|ông|bà|gì|nữa|yêu cầu)
không ${carry}(?= (?:, )?$)
(?:không|${stop}|khỏi)(?: [^ ,]+){0,3} (?:${act}|${ask})(?: [^ ,]+){0,3} nữa
(?:${stop}|khỏi) (?:${act}|${ask})
(?:không cần|khỏi|chưa cần|${halt})~ (?:${carry}|gì)
${halt} ${act}
(?<! (?:mật khẩu|mã|liên kết|đường dẫn|chứng thư|chứng thư số|tài khoản)~ )(?:hết|không còn|không có) (?:hiệu lực|giá trị)
(?:bản|phiếu|danh sách|văn bản|thư|mới)(?: [^ ,]+){0,3} (?:!nháp|dự thảo)
, dự thảo(?= (?:, )*$)
(?:mới|sẽ) gửi(?: qua| cho| về)? trung tâm(?! (?:kết quả|bản))
(?:coi|xem|rà|kiểm tra) lại(?: [^ ,]+){0,3}(?: ,)?(?: [^ ]+){0,12} (?:chuyển|gửi|gởi) lại (?:em|tôi|mình|văn phòng|sở)
thời điểm (?:thực hiện|hủy|cấp|khóa)(?! (?:đã|trước|được))
(?:phiếu|danh sách|bản)(?: này)? (?:dùng |chỉ |là )*(?:để |cho )?(?:tập huấn|làm mẫu|minh họa)
(?:ví dụ )?minh họa cách
(?:gọi|điện|xác nhận|liên hệ)(?: [^ ,]+){0,5} trước khi (?:${carry}|hủy|cấp|khóa|đổi|xóa)
rồi mới (?:tiến hành )?(?:${carry}|cấp|hủy|thu hồi|khóa|đổi|xóa)
${carry}(?: [^ ,]+){0,2} vào ngày (?:nêu trên|trên|đó|này)
trước khi ${carry}(?: [^ ,]+){0,4} , (?:[^ ,]+ )?(?:đề nghị|nhờ|mong|xin|kính)
(?:phiếu|trường hợp)(?: [^ ,]+){0,6} có được (?:giải quyết|cấp|thực hiện|hủy)(?: [^ ,]+){0,2} không
tập gửi|tap gui|dien thu(?= (?:thoi|xem|coi|,))
(?:để )?khi(?: [^ ,]+){1,4} (?:có ý kiến|đồng ý|chấp thuận|cho phép)(?: [^ ,]+){0,3}(?: ,)?(?: [^ ,]+){0,3} (?:tiến hành|thực hiện|làm|cấp|xử lý)
đang xin(?: [^ ,]+){0,8} (?:chấp thuận|cho phép|chủ trương|đồng ý)
ban nhap(?! (?:khau|lieu|tin|thong|moi|them|vao))
(?<=^ (?:, )?)(?:bản )?(?:!nháp|dự thảo)(?: lần \\d+)?(?= (?:, )*$)
(?:để|chỉ)(?: là| để| có tính| anh| chị| em| trung tâm| các| đơn vị| xã| phường| phòng| ban| thị trấn| bạn)* (?:tham khảo(?<! (?:quyết định|văn bản)(?: [^ ]+){0,14})|minh họa|xem trước|làm ví dụ)
(?:đây|phiếu này|danh sách này|bản này|file này|thư này)(?: chỉ)? là(?: bản| một| file| phiếu)* (?:ví dụ|cũ|minh họa|!thử|xem trước|tạm)
(?:xem|coi|ngó) trước
(?:dừng|ngừng|ngưng) lại(?! ở)
(?:hết|không còn|không có) nhu cầu(?<! (?:hưu|nghỉ|thôi việc|chuyển) .*)
gửi(?: trước)?…(?: để)? (?:xem trước|xem xét trước|góp ý|kiểm tra trước|rà soát trước|cho ý kiến)
(?:gửi|làm|điền) !thử(?! thách)
(?:bản|gửi|phiếu|file|mail|thư) (?:!thử|test)(?! thách)
không phải(?: là)? (?:yêu cầu|đề nghị|phiếu|bản|danh sách)(?: thật| chính thức| này)*
chưa (?:phải (?:là )?)?(?:bản )?chính thức
(?:mới|sẽ) gửi (?:bản |phiếu |file )*chính thức
(?:phiếu|danh sách|số liệu) (?:dự kiến|tạm)(?! (?:tuyển|khóa|thời|dừng|ngưng))
(?:đề nghị|yêu cầu|nhờ) các (?:phòng|ban|bộ phận|đơn vị)~ (?:rà soát|kiểm tra|góp ý|có ý kiến|cho ý kiến)(?<! (?:thực hiện|theo|căn cứ|về việc) .*)
(?:ý kiến|lãnh đạo|giám đốc|chánh văn phòng|phê duyệt)… (?<! / )không (?:thống nhất|đồng ý|nhất trí|duyệt|chấp thuận)(?! (?:/|, (?:đồng ý|thống nhất|nhất trí)))
để (?:xem xét|tính|bàn|xử lý|giải quyết|thực hiện|làm|rà soát) sau(?! (?:khi|này))
(?:danh sách|phiếu|file|số liệu|bản|nội dung|thông tin|biểu mẫu)~ (?:chưa|vẫn chưa|còn chưa)(?: được)?… (?:chốt|duyệt|phê duyệt|thống nhất|thông qua|hoàn chỉnh|đầy đủ|đúng|chính xác|xong|rà soát)
chưa được(?: [^ ,]+){0,4} (?:duyệt|phê duyệt|thông qua|chấp thuận)
(?:danh sách|phiếu|file|biểu mẫu|thông tin)… (?:còn|sẽ|có thể|đang|bị|có) (?:còn |sẽ |bị )?(?:thay đổi|sai sót|sai|nhầm|điều chỉnh|chỉnh sửa|rà soát|nhầm lẫn|lỗi)(?<! (?:nếu|không|bằng|outlook|gmail|mạng|phông|font|(?:lần|hôm|tuần|đợt) trước|trước đây|hôm qua|đã gửi|gửi ngày) .*)
${leaders}(?: [^ ,]+){0,3} (?:chưa|vẫn chưa)(?: [^ ,]+){0,2} (?:ký|duyệt|phê duyệt|đồng ý|thống nhất|cho ý kiến|quyết)
${leaders}… (?:bảo|nói|kêu|báo|cho biết|chỉ đạo|dặn)~ (?:thôi(?! (?:việc|giữ|công|học|làm|chức))|khoan|dừng|ngưng|hoãn|đừng|chưa (?:${act}|${ask}))
(?:trung tâm|anh|chị|cứ|nhờ|đề nghị)~ để đó
gửi trước… (?:để|cho) (?:[^ ,]+ ){0,4}(?:xem|nắm|biết|chuẩn bị)(?! xét)(?= (?:,|trước|giúp|giùm|ạ|$))
${thisPaper} đã (?:được |quý |trung tâm |bên )*(?:giải quyết|thực hiện|xử lý|hoàn thành|làm xong|làm rồi|làm (?:đợt|hôm|lần|tuần|tháng) trước)(?<! (?:khi|nếu|kết quả|mới) .*)
gửi lại… để (?:bổ sung|hoàn tất|hoàn thiện|hợp thức|hoàn thành)~ (?:hồ sơ|thủ tục)${notBeside}
(?:trung tâm|anh|chị|bên)(?: (?:mình|này|đó))? đã~ ${act}… (?:rồi|xong|đủ)(?!.* (?:nhưng|nay|nên) )(?<! (?:đợt|lần|hôm|tuần|tháng|năm) trước .*)
(?:kết quả|hộp thư|mật khẩu|tài khoản)~ đã nhận(?!.* (?:nhưng|quên|sai|không|nay) )
(?:để|cho) đủ (?:hồ sơ|thủ tục)${notBeside}
để~ (?:tra cứu|biết trước|nắm trước)(?!.* (?:cấp|hủy|thực hiện|xử lý) )
(?:nhờ|xin|mong|đề nghị|kính)~ (?:góp ý|cho ý kiến|nhận xét)
(?:tập|thực hành) (?:làm|điền|ghi|lập)(?! việc)
sẽ (?:có|gửi) (?:công văn|văn bản|phiếu) chính thức
(?:lúc|khi) (?:đó|ấy)(?: [^ ,]+){0,4} ${act}
(?:khi|chừng) nào… thì~ (?:báo|điện|gọi|nhắn)
(?:phiếu|danh sách|bản)~ (?:hết hạn|quá hạn)
(?:phiếu|danh sách|bản|file|mẫu)(?: (?!(?:trước|cũ|ngày|đợt|hôm|lần|gửi|giấy|thay) )[^ ,]+){3,5} (?:làm|ghi|điền|lập) (?:sai|nhầm|lộn)(?! sót)
(?:phiếu|danh sách|bản|file|này|đây)~ làm (?:sai|nhầm|lộn)(?! sót)${notBefore}
chưa~ (?:trình(?! độ)|ký duyệt)
(?:hồ sơ|phiếu|danh sách|việc|trường hợp|nội dung)(?: [^ ,]+){0,4} ${wait}~ (?:phê duyệt|duyệt|ký|ý kiến|quyết định|chủ trương)
(?:ghi|điền|lập|làm|viết)(?: [^ ,]+){0,3} (?:được|đúng|ổn|đủ)(?: mẫu)? (?:không|chưa|chứ)(?= (?:,|ạ|anh|chị|nhỉ|vậy| $))
(?:thiếu|sai|vướng) gì(?: nữa)? không(?<! nếu .*)
rồi~ (?:mới )?(?:trình|ký(?! số))(?! độ)
(?:phiếu|danh sách|bản|file|tệp|này|đây)(?: [^ ,]+){0,3} chỉ để(?! (?:cấp|hủy|đổi|khóa|mở|nhận))
(?:gửi|đính kèm|kèm|chuyển)(?: [^ ,]+){0,3} (?:phiếu|danh sách|bản|file) !cũ${notBefore}
chưa có quyết định(?: [^ ,]+){0,2} (?:tuyển dụng|bổ nhiệm|điều động|tiếp nhận)
(?:trước mắt|tạm thời)(?: [^ ,]+){0,2} (?:chưa|không) ${act}
để sang (?:quý|tháng|năm|tuần|đợt)
(?:không|đừng)(?: cần)? (?:xử lý|giải quyết|thực hiện) (?:thư|mail|email|phiếu|văn bản|yêu cầu)
(?:trung tâm|anh|chị|xin|mong|đề nghị|vui lòng)~ bỏ qua(?! (?:lỗi|sai|thiếu|cho))
để (?:phiếu|danh sách|hồ sơ|thư)~ (?:đó|lại)
(?:phiếu|danh sách|bản|file)(?: [^ ,]+){0,3} còn (?:phải )?(?:sửa|chỉnh|xem lại|kiểm tra lại)
(?:xem|coi) (?:qua|!thử|sơ)
xóa (?:giúp|giùm|dùm|hộ)(?! (?:hộp|email|mail|tài|thư))
(?<! đồng(?: kính)? )(?:chuyển|gửi|nộp)(?: (?!(?:về|cho(?! (?:quý|trung|anh|chị))|lãnh đạo|giám đốc|phó|ban|sở|phòng|văn phòng|đơn vị|huyện|xã|kết quả|thông báo|mật khẩu) )[^ ,]+){0,6} để(?: (?:quý|trung tâm|anh|chị|bên))* ${filing}(?:(?: ,)?(?: và)? ${filing})*(?: hồ sơ)?(?= (?:, )?$)${notBeside}
hợp thức hóa
(?:trung tâm|anh|chị|bên)(?: [^ ,]+){0,2} đã ${carry}… nay… gửi~ (?:phiếu|danh sách|văn bản)… (?:hợp lệ|đủ thủ tục|đủ hồ sơ|đúng (?:thủ tục|quy định))
(?<! (?:nếu|cảm ơn|cám ơn|lần trước|đợt|những|các phiếu|phiếu trước) .*)(?:trung tâm|anh|chị|bên)(?: [^ ,]+){0,2} đã ${carry}(?: (?:xong|rồi|giúp|giùm|hôm qua|sáng nay|chiều qua|tuần trước|hôm trước|qua điện thoại))*(?= (?:, )?(?:nay(?: [^ ,]+){0,3} gửi phiếu (?:, )?)?$)
(?:anh|chị|đồng chí)(?: [^ ,]+){1,3} đã ${carry}(?: (?:giúp|giùm|hết|đủ|cho em))* (?:rồi|xong)(?! (?:thủ|hồ|việc|nghĩa|nhiệm))
(?:việc|nội dung|trường hợp|yêu cầu)(?: (?:này|trên|trong phiếu))* đã (?:được )?${carry}(?= (?:(?:xong|rồi)(?: ,| $)|,|$))
gửi(?: [^ ,]+){0,3} để(?: (?:quý|trung tâm|anh|chị|bên))* (?:kiểm tra|rà soát|đối chiếu) (?:số liệu|thông tin|lại|với)${notBeside}
không(?: còn)? cần thiết(?! phải)
giữ (?:phiếu|danh sách|hồ sơ)~ (?:giúp|giùm|dùm|hộ|lại)
chưa~ chữ ký${notBefore}
gửi(?: lại)? để lưu(?! ý)${notBeside}
(?:trung tâm|anh|chị)~ ${wait}~ (?:công văn|văn bản|ý kiến|quyết định|thông báo|phiếu)
đang (?:trình(?! độ)|xin ý kiến|lấy ý kiến|xin chủ trương)
(?:phiếu|danh sách|file)(?: này)? (?:là )?của (?:đơn vị|cơ quan|sở|phòng) khác
(?:dời|lùi) (?:việc|thời)
để (?:thực hành|làm mẫu)
hướng dẫn(?: cách| giúp)* (?:điền|ghi|lập|viết) (?:phiếu|mẫu|biểu)(?<! theo .*)
(?:phiếu|danh sách|yêu cầu)~ đã (?:hoàn tất|xong|được trả lời|có kết quả)${notBefore}
(?:phiếu|hồ sơ)~ thiếu~ (?:ý kiến|chữ ký|con dấu|xác nhận)(?<! nếu .*)${notBefore}
sẽ (?:lập|làm|điền|soạn) lại
(?:(?:ngày|sáng|chiều|trưa) mai|mai (?:em|tôi|mình|sở|sẽ|văn phòng|đơn vị)|chiều nay|!tối nay|lát|lát nữa|tuần sau)~ gửi~ (?:lại|phiếu|bản(?! (?:giấy|chính|gốc|có dấu))|file|danh sách)${notBefore}
(?:hộp thư|email|mail|tài khoản)~ có rồi
gửi bổ sung~ ${paper}~ (?:cho|để)~ (?:hợp lệ|đủ|đúng)${notBeside}
(?:xin|đề nghị|nhờ|mong|cho)… trả lại(?: giúp| giùm| em)? ${paper}${notBefore}
(?:sai|lỗi|vướng|thiếu) (?:ở )?(?:đâu|chỗ nào)(?<! (?:nếu|có) .*)
(?:đây|kèm|kèm theo|này) là(?: [^ ,]+){1,4} đã gửi(?!.* (?:chưa|không|sửa|thực hiện|xử lý|giải quyết|hỗ trợ|cấp|hủy) )
(?:phiếu|danh sách|bản|file|tệp|này|đây)(?: [^ ,]+){0,3} chỉ là
(?:phiếu|danh sách|file|tệp|bản)~ (?:gửi )?(?:là )?để (?:báo cáo|thống kê|tổng hợp|test|!thử)
(?:gửi|làm|điền)~ để (?:test|!thử|kiểm thử)(?! (?:thách|việc))
không (?:đề nghị|yêu cầu)~ (?:${act}|gì)(?!.* (?:khác|thêm) )(?<! khác .*)
(?:gửi|chuyển|nộp) (?:nhầm|lộn)~ (?:qua|sang|cho|chỗ|đến|vào|nơi)${notBefore}
(?:đúng|được|ổn|đủ|hợp lệ) chưa
(?:đúng|được|đã)(?: [^ ,]+){1,5} chưa(?= (?:, )?(?:nhờ|đề nghị|xin|$))
(?:gửi|đính kèm|nộp|kèm|chuyển|up) (?:nhầm|lộn|sai) (?:rồi|phiếu|file|tệp|danh sách|bản|mẫu|biểu mẫu|văn bản|công văn|hết|cả|,)${notBefore}
(?:này|đây|kèm theo) là(?: (?:của|bản|danh sách|phiếu))* (?:năm ngoái|năm trước|đợt trước|lần trước)
(?:phiếu|file|tệp|danh sách|bản|thư|mail|biểu mẫu|này)~ (?:gửi|đính kèm|nộp|lập|điền|ghi|viết) (?:nhầm|lộn|sai)(?! sót)(?<! thay(?: thế)?(?: cho)? .*)${notBefore}
(?:bản|phiếu|file|danh sách)(?: (?:đúng|mới|khác|sửa|hoàn chỉnh|thay thế|đầy đủ|chính thức))+… gửi(?: lại)? sau
sẽ (?:gửi|có|làm)(?: lại)? (?:phiếu|danh sách|bản|file|biểu mẫu)~ (?:khác|mới|đúng|thay thế|sau)
sẽ gửi lại(?= (?:,|sau|phiếu|danh sách|bản|file|biểu mẫu) | $)
thay(?: thế)? bằng (?:phiếu|danh sách|bản|file|tệp)
(?:hộp thư|email|tài khoản|thư)… (?:chuyển|giao|bàn giao|chuyển giao)(?: lại)? cho… (?:sử dụng|tiếp nhận|quản lý|dùng)(?<! mật khẩu .*)
(?:ngoại trừ|loại trừ|trừ ra|không bao gồm|không gồm|không kể|không tính|!chừa)
trừ(?: đi| ra)?(?! sở) ${row}(?! (?:bất khả kháng|đặc biệt|khẩn cấp|có lý do|nghỉ))`,
  some: `
(?:qua|ra|sau|hết|sang|cuối|đầu|tới) (?:tết|năm|quý|học kỳ)(?: [^ ,]+){0,3} ${act}(?: [^ ,]+){0,2} được|thì tết~ ${act}
hiện (?:đang )?(?:sử dụng|dùng)(?: [^ ,]+){0,2} bình thường
sẽ (?:cho|có) ý kiến
sẽ (?:báo|thông báo|đề nghị|trao đổi) sau(?! (?:khi|này))
(?:thay|sửa|đổi|chỉnh)(?: (?!(?:tên|hộp|email|mật|địa|họ|chữ|lại|máy|điện) )[^ ,]+){0,4} (?:bằng|thành)|đính chính
đã gửi (?:phiếu|văn bản|công văn) (?:ngày|số)(?!.* (?:nhưng|nay|chưa) )
chưa xác định
để(?: [^ ,]+){0,3} (?:hỏi|coi|xem|kiểm tra) lại
(?:đang|sẽ) (?:đối chiếu|khẳng định|xác minh)
(?<! (?:sau khi|đã) )(?:hỏi|xin|lấy) ý kiến
(?:cảm ơn|cám ơn)(?: [^ ,]+){0,4} đã (?:cấp|hủy|khóa|mở|đổi|xóa|thu hồi|tạo)(?! (?:lần|đợt))${notBefore}
(?<! đều )đã (?:đổi|(?:nhận|có)(?: [^ ,]+){0,2} (?:mật khẩu|mk|hộp thư|email|mail|tài khoản))(?: [^ ,]+){0,3} (?:và )?(?:đang|sử dụng|dùng|xài)(?! (?:được nữa|không))
${drop}
(?<! cán )(?:bỏ|hủy|xóa|gạch|loại|rút) (?:bỏ |tên )?(?:ra|khỏi|tên|yêu cầu|đề nghị)
xin bỏ
(?<! (?:nhập|gõ|bấm|nhận) )(?:nhầm|lộn)(?! (?:mật|pass|mã|phuc|muc|dam|tao|nang|giup|lẫn))
(?:ghi|viết|gõ|đánh máy|điền|đưa|liệt kê|nhập) (?:nhầm|lộn|sai|thừa|dư|trùng)(?! (?:mật|pass|mã|nhiều|quá))
(?:ghi|viết|đánh|điền|nhập|xếp|bị|!lệch)(?: [^ ,]+){0,2} (?:ngược|đảo|lệch|tráo)|hoán đổi|đổi chỗ|đảo (?:lộn|ngược)
(?:bị |là |dòng )(?:thừa|dư|trùng)(?! (?:lệnh|ủy|kế|hành|phát|nhận|tên|họ|với))
thừa(?= (?:,|rồi|ra|nên|xin|bỏ) | $)
để (?:lại|sau(?! (?:khi|này|đây))|đó(?! )|riêng|dành|đợt|lần|từ từ)
(?:lùi|lui|gác|dời|giữ|hoãn)(?: hộp thư)? lại
để(?: [^ ,]+){0,3} (?:rà soát|xem xét|kiểm tra|xác minh) (?:thêm|lại)
từ từ
khoan
(?<! (?:thì|vẫn|đã|được|hay) )(?:thì )?chưa(?= (?:, )?$)
thì (?:chưa|thôi|khoan|khỏi|không|${wait}|miễn|hoãn)
chưa~ (?:chốt|làm|cấp|hủy|thu hồi|vội|gấp|duyệt|thực hiện|xử lý|khóa|xóa|đưa)(?! được| nhật| lần| hộp| email| đổi)
${postpone}
${stop}(?! (?:việc|giữ|công|học|phục|chức|làm việc|hợp|tham|đảm|kiêm|biên|trả))
miễn(?! (?:nhiệm|phí|là|phi|tây|giảm))
${wait}
cho (?:quyet dinh|cong van|xac minh|bo sung|xac nhan|duyet|chi dao|ket luan|ho so)
bổ sung sau
(?:cấp|hủy|thu hồi|làm|thực hiện|xử lý|bổ sung|đề nghị|khóa|đổi)(?: lại)? sau(?= (?:,|ngày|tháng|tết|lễ|khi) |(?: ạ| nhé| nha)? (?:, )?$)
sau (?:tết|lễ)
${term} (?:sau|tới)(?! (?:khi|đây))
(?:sẽ|đang) (?:có )?(?:văn bản|công văn|phiếu|đề nghị|thư)~ (?:riêng|khác|sau)
(?:xem xét|kiểm tra|xác minh|rà soát|xem|xác nhận)(?: [^ ,]+){0,3} (?:lại|trước khi)
trước khi(?: [^ ,]+){0,3} ${act}
đổi ý
tính sau
sơ suất
từ chối
(?:ra )?khỏi (?:danh sách|phiếu|file)
(?<! (?:thứ|theo) )tự(?: [^ ,]+){0,3} được
(?:đến|tới|hết|sang|qua)(?: [^ ]+){1,6} mới (?:nghỉ|thôi|chuyển|nhận|về|${act})
(?<! / )không(?! (?:được (?:cấp|hỗ trợ)|nhận được|nhớ|có thay|còn làm (?:ở|tại|trong|cho|việc)))~ (?:${act}|tính|đưa|thuộc|nằm|có trong|có tên|gồm|đề nghị|yêu cầu|nhận|duyệt|đồng ý)(?! được| lại được| nổi| có dấu)
(?:không|chưa) (?:${act}|cần|phải|nên|có tên|có trong)(?! (?:được|có|lại được|đổi))
đã(?: (?:được|tự|nhờ|trung tâm|bên))*(?: [^ ,]+){0,3} (?:làm|xử lý|giải quyết|xong|nhớ|cấp lại|thực hiện)(?! (?:chế|thủ|việc|nghỉ|thôi|quy|nhiệm|công|hồ|đơn|tại|ở|đổi|hưu|hộp))(?<! (?:xóa|bỏ|loại|cam kết) .*)
(?:đăng nhập|vào|truy cập|sử dụng) (?:lại )?được(?: rồi| lại| bình thường)
(?<! (?:(?:không|chưa|nghỉ|hưu)~|là) )(?:cấp|hủy|đổi|làm|xong|có|được|xử lý|giải quyết|(?:cấp|đổi|đặt|reset)(?: lại)? (?:mật khẩu|mk|pass)) rồi
nhớ (?:ra|lại)
(?:trừ(?! (?:sở|khi|trường hợp (?:bất|đặc|khẩn|có lý)))|ngoài(?! (?:ra|giờ|việc|nội dung|tỉnh|cơ quan|đơn vị)))`,
  others: `
chỉ (?:có|gồm)(?: (?:\\d+|một|hai|ba))? (?:người|trường hợp|đồng chí|ông|bà|anh|chị)(?! (?:có|nào))
chỉ(?: (?:mới|cần|xin|đề nghị))? (?:${act}|${ask}|duyệt|phê duyệt|đồng ý)(?: (?!(?:khi|nếu|sau|từ|kể) )[^ ,]+){0,4} (?:dòng|hàng|stt|mục|số(?! (?:điện|đt|di động))|trường hợp|người|cho|đối với|của|đồng chí|ông|bà|anh|chị)(?![^,]* (?:!từ|kể từ|sau|khi) )
(?:trước mắt|tạm thời|đợt này|lần này)(?: (?!(?:chưa|không|đừng|khoan|hoãn|dừng|ngưng) )[^ ,]+){0,5} ${act}(?: [^ ,]+){0,4} (?:cho|dòng|người|trường hợp|đồng chí|ông|bà|anh|chị)
(?<! (?:chưa|không|đừng|khoan|hoãn|dừng|ngưng|bỏ|trừ)(?: [^ ,]+){0,3} )${act}(?: (?!(?:chưa|không|đừng|khoan|hoãn|dừng|ngưng|bỏ|trừ) )[^ ,]+){0,5} từ (?:dòng|hàng|stt|số|mục|người)(?: (?:số|thứ))* [^ ,]+ trở (?:đi|xuống|lên|về)`,
  told: `
(?:đã|vừa)(?: được| hoàn thành| từng)? (?:xử lý|giải quyết|cấp|thực hiện|hủy|gửi|nhận|làm|đổi|tạo|khóa|mở)
(?:ví dụ|tham khảo|minh họa|truy vấn mẫu)
(?:trước đây|lần trước|hôm trước)
không (?:đề nghị|yêu cầu|thực hiện|xử lý|cấp|hủy|cần|phải|nên|được|còn)
chưa (?:cần|thực hiện|xử lý|cấp|hủy|làm)
(?:hủy|rút|thu hồi|bỏ qua)(?: bỏ)? (?:phiếu|yêu cầu|đề nghị|danh sách|thư(?! (?:điện tử|công vụ|đt)))
(?:${halt}|${postpone}|tạm hoãn) (?:việc|xử lý|thực hiện|yêu cầu|cấp|hủy|làm)
(?:dự kiến|dự thảo)
(?:khi nào|có phải|thế nào|bao giờ)`,
  beside: `
(?<=^ (?:đã )?)(?:xong|done|hoàn thành|hoàn tất|finished|rồi|ok rồi)(?! (?:thủ tục|chế độ|nghĩa vụ|nhiệm vụ|hồ sơ|việc|bàn giao|khóa học|tập sự))
đã nhận(?: (?:được|lại))* (?:mật khẩu|mk|hộp thư|tài khoản|email)(?!.* (?:nhưng|quên|sai|không) )
trùng(?: (?:với|lặp))* (?:dòng|stt|số|hàng|mục|phiếu|danh sách|đề nghị|yêu cầu|người)
bàn giao(?: lại)? (?:hộp thư|email|mail|tài khoản|thư)~ (?:cho|lại|sang)
(?:không|chưa|ko) (?:thống nhất|chấp thuận|chấp nhận|tán thành|phê duyệt|thông qua|xong|giải quyết|thực hiện|nghỉ|chuyển công tác)
(?:để|chờ|đợi)(?: lại)? (?:xem|họp|cân nhắc|xác minh|rà soát)
(?:xem xét|xét|tính|cân nhắc) sau
(?:lúc|khi|dịp|hôm) khác(?= (?:, )*$)
(?<=^ (?:, )*)đang (?:được )?(?:xử lý|giải quyết|thực hiện|khắc phục|làm)(?= (?:, )*$)
(?<=^ (?:, )*)(?:do )?(?:[^ ,]+ ){0,5}tự (?:làm|xử lý|thực hiện|giải quyết|cấp|đặt lại|reset)(?: (?:lại|rồi|xong|mật khẩu|được))*(?= (?:, )*$)
(?<=^ (?:, )*)(?:để |cho )*(?:qua|ra|hết) (?:tết|lễ|năm)
(?<=^ (?:, )*)(?:đang |chờ )*(?:trình|hỏi|xin) (?:lại |ý kiến )*${leaders}(?= (?:, )*$)
(?<=^ (?:, )*)(?:dự kiến|dự phòng|dự bị|dự nguồn|hỏi lại)(?= (?:, )*$)
(?<=^ )(?:dòng |ghi )?(?:ví dụ|vd|minh họa|!mẫu|tên mẫu)(?= (?:, )*$)`,
};

const effects: readonly Effect[] = ['all', 'some', 'others', 'told', 'beside'];

/** Every phrase with what it does, as `phrase` reads it. */
export const takingBack: readonly { does: Effect; words: string; pattern: RegExp }[] = effects.flatMap(
  (does) =>
    phrases[does]
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((words) => ({ does, words, pattern: phrase(words) })),
);

/** Forms and letters say the same sentences over and over. */
const finds = new Map(
  effects.map((does) => {
    const own = takingBack.filter((one) => one.does === does);
    return [does, remembering((said: string) => own.some(({ pattern }) => pattern.test(said)))];
  }),
);

/** Whether words that are `spoken` have such a phrase. */
export function takesBack(said: string, does: readonly Effect[]): boolean {
  return does.some((one) => finds.get(one)?.(said));
}
