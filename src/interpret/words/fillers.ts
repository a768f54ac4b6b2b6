import { list, product } from '../../text/list.ts';
/** Words that ask, and say nothing of what is asked. Straight after a verb they are its object: "hủy yêu cầu …". */
export const asking: readonly string[] = list(`
    đề nghị | kính đề nghị | yêu cầu | xin | kính xin | xin được | đề nghị được | nhờ | kính nhờ |
    mong | kính mong | mong muốn | rất mong | cần | có nhu cầu | nhu cầu | có yêu cầu | đề xuất |
    kiến nghị | muốn | nguyện vọng | có nguyện vọng | xin phép | kính chuyển | nay đề nghị |
    nay kính đề nghị | nay xin | nội dung | nội dung đề nghị | nội dung yêu cầu | xin đề nghị | phiếu yêu cầu |
    lý do đề nghị | đề nghị tt | kính đề nghị tt | nhờ tt | kính nhờ tt | mong tt | kính mong tt | yêu cầu tt | đề nghị quý tt | kính đề nghị quý tt`);

/** Politeness, purpose and grammar: words that change nothing. A word that can turn a wish round must never stand here. */
export const fillers: readonly string[] = list(`
    kính gửi | kính | quý | quý cơ quan | quý sở | quý đơn vị | từ trước đến nay | từ trước tới nay | trước đến nay | trước nay | giúp | giúp em | giúp tôi | giúp chúng tôi | giúp đơn vị | giùm em | dùm em | giúp đỡ | giùm | dùm | liền | hộ | hỗ trợ | thực hiện | thực hiện việc | tiến hành | xem xét |
    giải quyết | quan tâm | tạo điều kiện | vui lòng | làm ơn | sớm | gấp | khẩn | khẩn trương |
    kịp thời | nhanh chóng | ngay | trong thời gian sớm nhất | sớm nhất | hôm nay | ngay hôm nay |
    từ tháng trước | từ tuần trước | từ năm trước | từ năm ngoái | từ nay | từ hôm nay | kể từ nay | kể từ hôm nay | trong ngày | cảm ơn | xin cảm ơn |
    trân trọng | trân trọng cảm ơn | chân thành cảm ơn | xin trân trọng cảm ơn |
    xin chân thành cảm ơn | cám ơn | ạ | nhé | với ạ | rất cảm ơn | để phục vụ | phục vụ |
    để sử dụng | sử dụng | để làm việc | để công tác | công tác chuyên môn | phục vụ công tác |
    phục vụ công việc | để phục vụ công tác | để phục vụ công việc | phục vụ chuyển đổi số | phục vụ công tác chuyển đổi số | để phục vụ công tác chuyển đổi số | trong công việc | 
      nhiệm vụ được giao | công việc chuyên môn | để tiện | để thuận tiện |
    để thuận lợi | thuận tiện | để nhận văn bản | để nhận văn bản điều hành | phục vụ nhận văn bản | phục vụ nhận văn bản điều hành | để nhận công văn | để gửi nhận công văn | để gửi và nhận văn bản | để trao đổi văn bản |
    để trao đổi thông tin | để giao dịch công việc | để giao dịch | để thực hiện nhiệm vụ | để phục vụ nhiệm vụ | để trao đổi công việc | để trao đổi công tác | trao đổi công việc |
    trao đổi văn bản | để gửi nhận văn bản | gửi nhận văn bản | trao đổi thông tin |
    để liên hệ công tác | liên hệ công tác | trong công tác | để tiếp tục sử dụng | tiếp tục sử dụng |
    để sử dụng lại | để đăng nhập | để truy cập | hằng ngày | hàng ngày | công tác tại |
    đang công tác tại | hiện công tác tại | hiện đang công tác tại | đang công tác |
    hiện đang công tác | đang làm việc tại | làm việc tại | phụ trách | đơn vị công tác tại | là |
    hiện | hiện nay | hiện tại | nay | về việc | trên | trong | theo quy định | theo đúng quy định |
    theo quy chế | theo danh sách | theo danh sách đính kèm | theo quy định tại quy chế | theo mẫu | như sau | sau đây | cụ thể | 
    này | nêu trên | có tên nêu trên | có tên trên | trực thuộc | thì đề nghị | cá nhân | công vụ |
    điện tử | của tỉnh | tỉnh | toàn tỉnh | tỉnh kiên giang | của tỉnh kiên giang | kiên giang |
    trên hệ thống | chính thức | về mặc định | về mật khẩu mặc định |
    nguyên nhân | theo yêu cầu | theo đề nghị | theo nhu cầu | theo vị trí việc làm | theo nhiệm vụ | theo phân công | theo yêu cầu công việc |
    theo yêu cầu công tác | theo yêu cầu nhiệm vụ | theo nguyện vọng | theo nguyện vọng cá nhân |
     cái | chiếc | một | với | rồi | nên | hiện đã | lý do cá nhân |
    cho công tác | cho công việc | cho cá nhân | mặc định | người | bên | liên hệ | đúng quy định |
    đầy đủ | theo đúng | cho đúng quy định | cho đúng định dạng | theo đúng định dạng | đúng định dạng quy định | cho đúng mẫu | cho phù hợp | cho phù hợp quy định | cho phù hợp với quy định |
    để đăng ký chữ ký số | để đăng ký cấp chữ ký số | để làm chữ ký số | để đăng ký chứng thư số | để đăng ký cấp chứng thư số |
    để đăng ký tài khoản dịch vụ công`);

/** Words that are passed over like fillers, but straight after a verb are what it is about: "hủy nhiệm vụ", "khóa hệ thống". */
export const nouns: readonly string[] = list(`
    công việc | chuyên môn | nhiệm vụ | hệ thống | người dùng | người sử dụng | số lượng | truy cập |
    đăng nhập | công tác`);

/** Tenses: they may stand before a reason ("đã nghỉ hưu"), and nowhere else. */
export const past: readonly string[] = list(
  `trước đây | trước kia | hồi trước | lúc trước | đã | đang | vừa | vừa mới | được | đã được | mới được | có | hiện đang | bị`,
);

/** What is yet to come: clear only together with a day. */
export const future: readonly string[] = list(`sẽ | sắp | chuẩn bị | sắp sửa | dự kiến | đến tuổi`);

export const links = {
  and: list(`và | đồng thời | cùng với | cũng như | kèm | kèm theo | cùng | kết hợp`),
  to: list(`
    sang | về | đến | tới | qua | vào | thành | lên | thành tên | ra | bằng | lại thành |
    về công tác tại | đến công tác tại | sang công tác tại | về làm việc tại | về nhận công tác tại |
    đến nhận công tác tại | về công tác | lại là | mới là | thành mới`),
  from: list(`
    từ | kể từ | bắt đầu từ | áp dụng từ | thực hiện từ | có hiệu lực từ | tính từ | từ ngày |
    kể từ ngày | bắt đầu từ ngày | ngày | từ tháng | tháng | trong tháng | kể từ tháng | tháng | trong tháng | vào ngày | từ đầu | kể từ đầu |
    thời gian từ | thời gian | thời điểm | hiệu lực từ ngày | có hiệu lực từ ngày | hiệu lực từ |
    thời gian từ ngày | thực hiện từ ngày | áp dụng từ ngày | tính từ ngày | vào`),
  until: list(`
    đến hết | đến ngày | cho đến | đến hết ngày | tới ngày | cho đến ngày | đến hết tháng |
    đến tháng | hết ngày`),
  because: list(
    `do | vì | lý do | nguyên do | bởi vì | do là | vì lý do | với lý do | tại vì | do đồng chí | bởi`,
  ),
  for: list(`cho | dành cho`),
  of: list(`của`),
  at: list(`tại | ở | thuộc | bên | trong phạm vi | của đơn vị thuộc | trực thuộc | hiện ở | đang ở`),
  but: list(`nhưng | song | tuy nhiên | tuy | mà`),
} as const satisfies Record<string, readonly string[]>;

export type Link = keyof typeof links;

/** People named by what they are; a name may follow. */
export const personWords: readonly string[] = list(`
    cán bộ | công chức | viên chức | nhân viên | cán bộ công chức | cán bộ công chức viên chức |
    công chức viên chức | cbcc | cbccvc | ccvc | cb | cc | vc | người lao động | cán bộ hợp đồng | lãnh đạo | đồng chí này |
    cá nhân này | cá nhân sau | các cá nhân sau | đồng chí sau | đồng chí có tên trên |
    cá nhân có tên trên | cá nhân có tên nêu trên | chủ hộp thư | cán bộ này | cán bộ có tên trên | công chức cấp xã | cán bộ cấp xã |
    cán bộ, công chức cấp xã | viên chức cấp xã | công chức cấp huyện | cán bộ cấp huyện`);

/** What a person is known by; the number, day or sex that follows says nothing of the wish ("ngày sinh: 12/5/1990"). */
export const identities: readonly string[] = list(`
    sinh | sn | sinh năm | sinh ngày | ngày sinh | năm sinh | ngày tháng năm sinh | cccd | cmnd | cmtnd | số cccd | số cmnd |
    căn cước công dân | căn cước | số căn cước | số căn cước công dân | số định danh | số định danh cá nhân | mã số thuế | giới tính`);

/** What somebody deals with: the field that follows says nothing of the wish ("cán bộ phụ trách một cửa"). */
export const duties: readonly string[] = list(`
    phụ trách | phụ trách công tác | phụ trách bộ phận | phụ trách lĩnh vực | phụ trách mảng | làm công tác | công tác tại bộ phận |
    lĩnh vực | mảng | bộ phận | nhiệm vụ | làm nhiệm vụ | đảm nhiệm công tác`);

/** Papers that a wish refers to; their number and date are not the wish's. */
export const papers: readonly string[] = product(
  ['quyết định', 'qđ'],
  ['bổ nhiệm', 'nghỉ hưu', 'điều động', 'tuyển dụng', 'thôi việc', 'tiếp nhận', 'luân chuyển'],
  ['', 'số'],
).concat(
  list(`
    quyết định | qđ | công văn | cv | tờ trình | thông báo | văn bản | hợp đồng số |
    hợp đồng lao động số | nghị quyết | kế hoạch số | công văn số | quyết định số | giấy tiếp nhận |
    quy chế | nđ | nđ số | nghị định | nghị định số | thông báo số`),
);
export const paperLinks: readonly string[] = list(`
    theo | căn cứ | căn cứ theo | tại | có | đã có | theo tinh thần | thực hiện | thực hiện theo |
    kèm theo | theo nội dung | do có | vì có | ban hành kèm theo | do`);

/** Adverbs, with what they say about the verb (`adverbs.ts` gives the actions that they allow). */
export const adverbs = {
  again: list(`lại | trở lại | lại cho`),
  new: list(`mới`),
  old: list(`cũ | trước đây của mình | đang dùng | cũ trước đây`),
  temporary: list(`tạm | tạm thời`),
  forever: list(`vĩnh viễn | hoàn toàn | hẳn | luôn`),
} as const satisfies Record<string, readonly string[]>;
export type Adverb = keyof typeof adverbs;

/** "There is one of that name, and this is somebody else." */
export const anotherPerson: readonly string[] = list(`
    người khác | là người khác | khác người | nhưng khác người | không phải một người |
    không phải cùng một người | không cùng một người | không phải là một người |
    không phải cùng người | không phải là cùng một người | hai người khác nhau | 02 người khác nhau |
    2 người khác nhau | là hai người khác nhau | là 02 người khác nhau | là 2 người khác nhau |
    đây là người khác | là một người khác | một người khác | người khác trùng tên |
    khác với người đã có | người khác cùng tên | người khác nhau | là người khác cùng tên |
    là người khác trùng tên | là cán bộ khác | là cán bộ khác trùng tên | cán bộ khác trùng tên |
    là đồng chí khác | là công chức khác | là viên chức khác | là nhân viên khác`);
/** "Not Mr Nam of …": with the person that follows it says the same. */
export const notThatPerson: readonly string[] = list(`
    không phải | không phải là | không trùng với | khác với | khác | không trùng | chứ không phải |
    chứ không phải là | không liên quan đến | không phải của`);
/** Words that mention the namesake: the person that follows is he. */
export const namesakeOf: readonly string[] = list(`
    trùng tên với | cùng tên với | trùng họ tên với | trùng với | bị trùng tên với |
    trùng họ và tên với | tên trùng với`);
/** Whose place somebody takes: the person that follows is not whom the wish is for. */
export const inPlaceOf: readonly string[] = list(`
    thay | thay cho | thay thế | thay thế cho | thay vị trí | thay vị trí của | thay vị trí cho | kế nhiệm | thế chỗ`);
/** Who is behind a wish: the person or office that follows is not whom it is for. */
export const accordingTo: readonly string[] = list(`
    theo đề nghị của | theo yêu cầu của | theo ý kiến của | theo chỉ đạo của |
    theo ý kiến chỉ đạo của | được sự đồng ý của | theo giới thiệu của`);
