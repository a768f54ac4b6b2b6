import { fold } from '../text/fold.ts';
import { isOfEquipment, isOfOtherSystem } from '../text/other-things.ts';
import { phrase, spoken } from '../text/spoken.ts';

/** Lines of a table that name nobody, by their words. */
export type Aside =
  /** `listed`: the whole heading, where it only lists people by what befell them. */
  | { is: 'group'; marker: Marker; wish: string; listed?: string }
  | { is: 'group'; marker: Marker; unit: string }
  | { is: 'group'; marker: Marker }
  | { is: 'total' }
  | { is: 'end' };

/** A line that asks something for those below it. */
export type WishGroup = Extract<Aside, { wish: string }>;

export function isWishGroup(aside: Aside | null): aside is WishGroup {
  return aside?.is === 'group' && 'wish' in aside;
}

/** How a group line is numbered: `I.`, `A.`, `1.`, `1.1`, `-`, or not at all. */
export type Marker = 'roman' | 'letter' | 'number' | 'sub-number' | 'dash' | 'none';

const markers: readonly [Marker, RegExp][] = [
  ['roman', /^\(?[IVX]{1,6}(?:[.)\-/:]+\s*|\s+(?=\S)|$)/],
  ['letter', /^\(?[A-HĐ](?:[.)\-/:]+\s*|$)|^\(?[a-hđ][.)]+\s*/],
  ['sub-number', /^\(?\d{1,2}(?:\.\d{1,2})+[.)]*\s*/],
  ['number', /^\(?\d{1,3}(?:[.)\-/:]+\s*|\s+(?=\S)|$)/],
  ['dash', /^[-–—+*•]+\s*/],
];

/** `II. Hủy bỏ hộp thư` → roman, `Hủy bỏ hộp thư`. */
export function splitMarker(text: string): { marker: Marker; rest: string } {
  for (const [marker, pattern] of markers) {
    const match = pattern.exec(text);
    if (match) return { marker, rest: text.slice(match[0].length).trim() };
  }
  return { marker: 'none', rest: text };
}

const leadIn =
  '(?:(?:phan|nhom|muc|danh sach|cac|nhung|so|truong hop|doi tuong|ho so|noi dung|de nghi|yeu cau|dang ky|xin|ve|viec|can bo|cong chuc|vien chuc|nguoi|hop thu|tai khoan|ca nhan) )*';
const actions =
  '(?:cap (?:moi|lai|hop|tai|email|thu|dia chi|mat khau|bo sung)|tao (?:moi|hop|tai|email|thu)|dang ky(?: moi)?|huy(?: bo)?|thu hoi|xoa(?: bo)?|ngung su dung|thay doi|sua doi|dieu chinh|cap nhat|bo sung|(?:sua|doi) (?:ten|mat khau|don vi|thong tin|hop|tai|email|dia chi)|dat lai|reset|mo (?:khoa|lai)|tam khoa|khoa(?: hop| tai|$)|khoi phuc|chuyen (?:don vi|cong tac|cong|den|di|sang|hop|tai)|luan chuyen|dieu dong|nghi (?:huu|viec|che do|cong tac)|thoi viec|khong (?:cap|huy|thay)|(?:bien dong |nhan su )?(?:tang|giam)(?: (?:trong|ky|thang|quy|nam|moi|nhan su|hop thu|\\d+))*$)';
const actionPhrase = new RegExp(`^${leadIn}${actions}\\b`);

const unitPhrase =
  /^(?:so(?! \d)|ban|phong|van phong|ubnd|uy ban|hdnd|trung tam|chi cuc|cuc|truong(?! hop\b)|benh vien|thanh tra|dang uy|huyen uy|thanh uy|thi uy|tinh uy|doan|hoi|lien doan|cong ty|doi|tram|khoi|khoa|to|don vi|huyen|thanh pho|xa|phuong|thi tran|mat tran|mttq|quy|dai|nha|thu vien|bao tang|vien|ban quan ly)\b/;

/** The same of so many words that no name begins with them: `BỆNH VIỆN ĐA KHOA TỈNH`. */
const officePhrase =
  /^(?:van phong|uy ban nhan dan|trung tam|chi cuc|benh vien|ban quan ly|thanh tra (?:so|tinh|huyen)|lien doan lao dong)\b/;

/** Who signs below a table. Accents are kept: Thu Trường is a name, thủ trưởng is not. */
const signature =
  /^(?:(?:phó )?chánh văn phòng|thủ trưởng|lãnh đạo|người (?:lập|yêu cầu|đề nghị|làm|viết|ký)|cán bộ (?:lập|phụ trách)|(?:phó )?(?:tổng )?giám đốc|(?:phó )?chủ tịch|(?:phó )?trưởng (?:phòng|ban|đơn vị)|(?:phó )?(?:chi )?cục trưởng|(?:phó )?hiệu trưởng|chủ nhiệm|(?:tm|kt|tl|tuq|q)\s*[./]|\(?ký(?: tên|,| và|\))|xác nhận|đại diện|phụ trách|cơ quan,? đơn vị|kế toán|ý kiến)/u;
/** `Rạch Giá, ngày 20/11/2026`; "từ ngày …" says when a wish is to hold. */
const dateLine =
  /^(?:\S+ ){0,6}(?<!(?:tu|den|ke|truoc|sau|vao|trong|hoi) )ngay (?:\S+ )?(?:thang (?:\S+ )?nam(?: \S+)?|\d{1,2} \d{4})$/;
const remark =
  /^(?:ghi chu|luu y|chu thich|chu y|ghi ro|noi nhan|cam on|tran trong|kinh|rieng(?! le))\b|^(?:(?:doi voi|cac|nhung) )*(?:stt|so tt|so thu tu|dong|muc|truong hop(?: so)?)(?: so)? \d/;

/** What befalls people, which in a row of a form is a wish and over a list of them may only say who they are. */
const befalls =
  /^(?:nghi (?:huu|viec|che do|cong tac)|thoi viec|luan chuyen|dieu dong|chuyen (?:don vi|cong tac|den|di|sang))$/;

/** The words by which a group line speaks of its rows: they ask for nothing. */
const listing =
  /^(?:(?:phần|nhóm|mục|danh sách|các|những|trường hợp|đối tượng|hộp thư|tài khoản|cán bộ|công chức|viên chức|cá nhân|người)[\s,]+)+/iu;

/** The words after which the people of a group are listed: `… cho các đồng chí sau`. */
const announcing =
  /(?:\s+(?:cho|của|đối với))?(?:\s+(?:các|những))?\s+(?:đồng chí|đ\/c|ông,? ?\/?\(?bà\)?|cán bộ|công chức|viên chức|cá nhân|người|trường hợp|hộp thư|tài khoản)(?:,? (?:công chức|viên chức|nhân viên|người lao động))*\s+(?:có tên )?(?:sau(?: đây)?|dưới đây|như sau)$/iu;

/** Accents are kept: cán bộ need nothing. */
const asks = /(?<!\p{L})(?:đề nghị|yêu cầu|xin|cần|đăng ký)(?!\p{L})/iu;
const past =
  /\bda (?:duoc )?(?:cap|huy|thu hoi|xoa|khoa|mo|doi|thay doi|chuyen|thuc hien|xu ly|giai quyet|hoan thanh|gui|lam|xong)\b|\btham khao\b|\b(?:khong|chua|tam dung|tam hoan) (?:thuc hien|xu ly|giai quyet)\b/;

/** Whether the title of a table or a group says that its rows are no requests, or no longer: `Danh sách hộp thư đã cấp năm 2025`. */
export function isPast(title: string): boolean {
  return past.test(fold(title.replace(/đa khoa/giu, ''))) && !asks.test(title);
}

/** Accents are kept where a word without them is another one: `cho`. */
const notYet = phrase(
  'dự kiến|!chờ|đợi|hoãn|để sau|để lại|(?:tháng|quý|năm|đợt|tuần) (?:sau|tới)|(?:chưa có|cho) (?:quyết định|ý kiến|văn bản|công văn)|(?:chưa|không) (?:đề nghị|duyệt|chốt|thống nhất|xác minh)|giữ (?:nguyên|lại)|tiếp tục (?:công tác|sử dụng)|còn sử dụng|để (?:biết|lưu|theo dõi|đối chiếu)',
);

/** Of a group that has no part in what the form's content asks: "Cán bộ giữ nguyên hộp thư", "Còn sử dụng". Accents are kept. */
const apart =
  /(?<!\p{L})(?:giữ|còn|tiếp tục|không|đang|đã|sử dụng|đầu mối|theo dõi|chờ|khác|để biết|bàn giao)(?!\p{L})/iu;

/**
 * Which of the rows below it the title of a table or a group holds back: `all`, where it says that what they ask is not to be done, or not yet
 * (`Dự kiến tháng 12`), or of no mailbox; `wishless`, where they have no part in what others ask; null where it holds back none.
 */
export function heldBelow(title: string): 'all' | 'wishless' | null {
  if (isPast(title) || notYet.test(spoken(title)) || isOfOtherThings(title)) return 'all';
  return apart.test(title.normalize('NFC')) ? 'wishless' : null;
}

/** `Thiết bị kèm theo`; but in `Phòng Vật tư - Thiết bị y tế` there are people. */
function isOfOtherThings(title: string): boolean {
  if (unitPhrase.test(fold(splitMarker(title).rest))) return false;
  return isOfOtherSystem(title) || isOfEquipment(title);
}

/** A cell that only counts: `02 người`. */
export function isCount(text: string): boolean {
  return /\D/.test(text) && text.replace(count, '') === '';
}

/** Counts at the end of a group line: `(03 người)`, `: 2 hộp thư`, and without what is counted `(02)`, `: 01`. */
const count =
  /(?:[\s:,;(–-]*\(?\s*\d+\s*(?:người|hộp thư|trường hợp|cán bộ|tài khoản|đồng chí|đ\/c|email|cá nhân)\s*\)?|\s*\(\s*\d{1,3}\s*\)|\s*:\s*\d{1,3})[\s.:;]*$/iu;

/**
 * Whether a line without an STT of its own names nobody. `text` are the line's words, `alone` says that they are
 * all in one cell (a marker such as `II` beside it left out).
 * Accents decide on totals: Tống is a family name, tổng is not.
 */
export function asideOf(text: string, alone: boolean, marked: Marker = 'none'): Aside | null {
  if (/^(?:tổng(?: cộng| số)?|cộng)(?=[\s:(]|$)/iu.test(text)) return { is: 'total' };
  const words = fold(text);
  if (isSignature(text)) return { is: 'end' };
  if (!alone) return null;
  const { marker: own, rest } = splitMarker(text.replaceAll('\n', ' '));
  const marker = marked === 'none' ? own : marked;
  const announced = announcedWish(rest);
  if (announced !== null) return { is: 'group', marker, wish: announced };
  if (dateLine.test(words) || remark.test(words)) return { is: 'end' };
  const phrase = rest
    .replace(count, '')
    .replace(/[\s:.;,]+$/, '')
    .replace(announcing, '');
  if (actionPhrase.test(fold(phrase))) {
    const wish = phrase.replace(listing, '');
    return { is: 'group', marker, wish, ...(wish !== phrase && isListing(wish) && { listed: phrase }) };
  }
  const isOffice = officePhrase.test(fold(phrase));
  if (!isOffice && ['none', 'number', 'dash'].includes(marker) && isNameLike(rest)) return null;
  if (unitPhrase.test(fold(phrase)) && !isSentence(rest) && heldBelow(phrase) !== 'all')
    return { is: 'group', marker, unit: phrase };
  return isSentence(rest) && marker === 'none' ? null : { is: 'group', marker };
}

/** Whether a wish names nothing but what befalls people. */
export function isListing(wish: string): boolean {
  return actionsIn(wish).every((action) => befalls.test(action));
}

/** Who asks whom: `Sở Nội vụ kính đề nghị Quý Trung tâm …`. */
const asking =
  /^(?:\S+ ){0,12}(?:de nghi|yeu cau|xin)(?: quy)?(?: (?:trung tam|so|co quan|don vi)(?: (?:cong nghe|thong tin|va|truyen thong|tinh|kien giang|tttt|cntt|cnttt))*)?(?: (?:xem xet|ho tro|giup|quan tam))*$/;

/** Before what is asked: it is not, not yet, no longer or only perhaps. */
const otherwise =
  /(?<!\p{L})(?:chưa|chua|không|khong|ko|đã|từng|sẽ|nếu|khi|trước|thôi|ngừng|dừng|tạm|hoãn|rút|hủy|huỷ|bỏ)(?!\p{L})/iu;

/**
 * The one thing that a sentence asks for the people whom it announces: `cấp mới hộp thư` of "Sở Nội vụ đề nghị Trung tâm cấp mới hộp
 * thư cho các đồng chí sau:"; null where it announces nobody, or asks otherwise.
 */
export function announcedWish(text: string): string | null {
  const said = text.replace(/[\s:.;,]+$/, '');
  const sentence = said.replace(announcing, '');
  if (sentence === said || actionsIn(sentence).length !== 1) return null;
  const words = sentence.split(/\s+/);
  const at = words.findIndex((_, index) => beginsWithAction.test(fold(words.slice(index).join(' '))));
  const before = words.slice(0, at).join(' ');
  if (at < 0 || (before !== '' && (!asking.test(fold(before)) || otherwise.test(before)))) return null;
  return words.slice(at).join(' ');
}

/** Whether a line that stands alone under its number asks for something: `1 | Cấp mới hộp thư | | |`. */
export function isActionPhrase(text: string): boolean {
  return actionPhrase.test(fold(text.replace(count, '')));
}

const beginsWithAction = new RegExp(`^${actions}\\b`);
const anyAction = new RegExp(`\\b${actions}\\b`, 'g');

/** The words of a text, folded, that say what is to be done with a mailbox. */
export function actionsIn(text: string): string[] {
  return fold(text).match(anyAction) ?? [];
}

/** Two to seven capitalised words of letters alone, and no word that only offices have. */
export function isNameLike(text: string): boolean {
  const words = text.replace(/\s*(?:\(.*\)|[-–,;:] .*)$/s, '').split(/\s+/);
  if (words.length < 2 || words.length > 7) return false;
  if (!words.every((word) => /^\p{Lu}[\p{L}'’-]*\.?$/u.test(word))) return false;
  const folded = fold(text);
  const isOffice = unitPhrase.test(folded) && !familyNames.test(text.normalize('NFC'));
  return !isSignature(text) && !isOffice && !actionPhrase.test(folded);
}

/** Family names that without accents, or but for what follows, are words of offices: Trương is no trường, Tô no tổ. */
const familyNames =
  /^(?:trương|tô|phương|viên|đoàn(?! (?:thanh niên|thể|khối|trường|xã|phường|huyện|tỉnh|cơ sở|cơ quan|luật sư|kinh tế|đại biểu|công tác|tn\p{L}*)(?!\p{L})))\s/iu;

const groupWord = /^(?:khác|mới|cũ|hủy|huỷ|thêm|bớt|xóa|xoá|khóa|khoá|cấp|đổi|sửa|tăng|giảm)$/iu;

/** A given name alone: one capitalised word that heads no group of rows. */
export function isGivenName(text: string): boolean {
  return /^\p{Lu}[\p{L}'’-]*$/u.test(text) && !groupWord.test(text);
}

export function isSignature(text: string): boolean {
  return signature.test(text.toLowerCase());
}

function isSentence(text: string): boolean {
  return text.split(/\s+/).length > 14;
}

/** A row that was left as an example: `VD: Nguyễn Văn A`, or `Mẫu` in place of its number. */
export function isExample(text: string, asNumber: boolean): boolean {
  return (asNumber ? /^\(?(?:vd|ví dụ|mẫu)[\s:.)]*$/iu : /^\(?(?:vd|ví dụ)\s*[:.]/iu).test(text);
}

/** Words that say that there is nobody to name: `Không có`. */
export function saysNobody(text: string): boolean {
  return /^(?:khong|khong co|chua co|khong phat sinh)(?: (?:ai|nguoi nao|truong hop nao|can bo nao))?$/.test(
    fold(text),
  );
}

/** What stands below the last row of a list: `./.`, `Hết`. */
export function endsList(text: string): boolean {
  return /^[\s./\\\-–—_*…~=]+$/u.test(text) || /^het(?: danh sach)?$/.test(fold(text));
}

const ditto =
  /^(?:["'“”″〃´`]{1,4}|,,|\/\/|[-–(]*\s*(?:nt|n\.t|như trên|tương tự)\s*[-–).]*|["“]\s*(?:nt|như trên)\s*["”])$/iu;

/** Marks that repeat the cell above. */
export function isDitto(text: string): boolean {
  return ditto.test(text);
}
