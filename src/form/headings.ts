import type { Column } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { isOfEquipment } from '../text/other-things.ts';
import { remembering } from '../text/remembering.ts';
import { phrase, spoken } from '../text/spoken.ts';

/**
 * What a column of the table holds: a column of the form; a part of a split name; `tick`, a wish that is
 * ticked below its own heading; `detail`, something new that the wish wants (`Đơn vị mới`, `Số điện thoại mới`);
 * `addressed`, people by how they are called (`Ông/Bà`): their names, where no other column has these;
 * `changed` and `former`, whatever is to become new, and what it is now (`Thông tin mới`, `Thông tin cũ`);
 * `division`, further words for the unit that another column names (`Phòng, ban` beside `Đơn vị công tác`); `formerUnit`, one that
 * somebody has left; `result` and `told`, what we wrote of the row into a form that we returned, and why.
 */
export type ColumnKind =
  | Column
  | 'family'
  | 'middle'
  | 'given'
  | 'addressed'
  | 'tick'
  | 'detail'
  | 'changed'
  | 'former'
  | 'division'
  | 'formerUnit'
  | 'result'
  | 'told';

/** What a row of the form has once of its person. */
export const ofOnePerson = [
  'fullName',
  'unit',
  'wish',
  'position',
  'phone',
  'address',
  'newAddress',
] as const satisfies readonly ColumnKind[];

const action =
  '(?:cap moi|cap lai|cap|tao moi|tao|dang ky moi|dang ky|thay doi|sua doi|sua|dieu chinh|cap nhat|bo sung|huy bo|huy|thu hoi|xoa bo|xoa|doi|reset|mo khoa|tam khoa|khoa|khoi phuc|chuyen)';
const mailbox =
  '(?:e mail|email|mail|thu dien tu|thu cong vu|hop thu|tai khoan|account|ten dang nhap|ten truy cap|ten nguoi dung moi|dia chi thu|dia chi (?:moi|cu|hien tai|hien co|de nghi|mong muon|du kien)|user name|username|user|login)';
const object = `(?:${mailbox}|mat khau|mk|password|pass|tk|thong tin|don vi|ten|dien tu|ca nhan|can bo|hop thu|cong tac|moi|cong vu)`;

const particulars =
  '(?:(?:thong tin|du lieu)(?: (?:ca nhan|nguoi dung|nguoi su dung|hop thu|can bo|dang ky))?|noi dung)';

const anyAction = new RegExp(`\\b${action}\\b`, 'g');
const anyMailbox = new RegExp(`\\b${mailbox}\\b`);
const tick = new RegExp(
  `^(?:(?:yeu cau|de nghi|xin) )?${action}(?: ${object})*$|^(?:(?:nhan su|bien dong) )?(?:tang|giam)(?: (?:moi|nhan su|hop thu))*$`,
);

/**
 * Exact headings and heads of headings, folded; the first that fits says it. Where rows begin with such words, too
 * (`Phòng Tổ chức`, `Cán bộ hợp đồng`), only exact ones count.
 */
const kinds: readonly [ColumnKind, RegExp][] = [
  ['number', /^(?:stt|s t t|tt|t t|so tt|so thu tu|thu tu|so|no)$/],
  ['former', new RegExp(`^${particulars} (?:cu|hien tai|hien co|dang co|truoc day)$`)],
  ['changed', new RegExp(`^${particulars} moi$`)],
  ['family', /^(?:ho|ho dem|ho lot|ho va dem|ho va lot|ho (?:va )?chu lot|ho (?:va )?ten (?:dem|lot))$/],
  ['middle', /^(?:dem|lot|ten dem|ten lot|chu lot|chu dem)$/],
  ['given', /^(?:ten|ten goi|ten rieng)$/],
  [
    'wish',
    /^(?:noi dung|nguyen vong|hinh thuc|loai (?:de nghi|yeu cau)|viec (?:can lam|de nghi|yeu cau)|thao tac|hanh dong)\b/,
  ],
  // `Tăng/giảm`: who came and who went.
  [
    'wish',
    /^(?:(?:loai|tinh hinh|dien) )?(?:bien dong|tang giam)(?: (?:tang|giam|nhan su|hop thu|so voi|trong|ky|thang|quy|nam|\d+))*$/,
  ],
  [
    'wish',
    /^(?:cac )?(?:(?:nd |n dung )?(?:de nghi|yeu cau|kien nghi|y c|yc|d n)|nd|n dung)(?: cu the| khac| cua .*| xu ly| giai quyet| ve .*)?$/,
  ],
  ['detail', /^(?:ho va ten|ho ten|ten|chuc vu|chuc danh|(?:so )?dien thoai|sdt|so dt)(?: \S+){0,3} moi$/],
  ['detail', /^(?:don vi|noi|co quan|phong|phong ban)(?: \S+){0,4} (?:moi|(?:chuyen )?den|tiep nhan)$/],
  ['fullName', /^(?:ho (?:va )?ten|hoten|hovaten)\b/],
  [
    'fullName',
    /^(?:ten )?(?:can bo|cong chuc|vien chuc|cbcc|cbccvc|nhan vien|ca nhan|nguoi su dung|nguoi dung|nguoi duoc|chu hop thu)(?: (?:can bo|cong chuc|vien chuc|nguoi lao dong|su dung|duoc|cap|de nghi|hop thu|thu|tai khoan|email))*$/,
  ],
  ['addressed', /^(?:cac )?(?:ong(?: hoac| va)? ba|dong chi|d c)$/],
  ['position', /^(?:chuc vu|chuc danh|vi tri|ngach|cv)\b/],
  ['phone', /^(?:(?:so )?(?:dien thoai|dt|dtdd|di dong|dd)|sdt|so dt|tel|phone|mobile|lien he|hotline)\b/],
  [
    'unit',
    /^(?:ten )?(?:don vi|co quan|phong|phong ban|noi cong tac|noi lam viec|bo phan|to chuc)(?: (?:don vi|co quan|to chuc|phong|ban|bo phan|cong tac|lam viec|dang|hien|nay|tai|cu|truoc|day|truc thuoc|su dung|quan ly|chuyen mon|chu quan|ghi ro|cap|hop thu))*$/,
  ],
  // From when a wish is to hold: the note's days say so. "Ngày thực hiện", "Ngày hủy" are as often those on which it was done.
  [
    'note',
    /^(?!ngay (?:thuc hien|huy|huy bo|khoa)$)(?:(?:ke )?tu ngay|hieu luc|(?:ngay|thoi gian|thoi diem|thoi han)(?: (?:co hieu luc|hieu luc|thuc hien|ap dung|bat dau|nghi huu|nghi viec|thoi viec|nghi|chuyen cong tac|chuyen|huy bo|huy|khoa|cap|de nghi|yeu cau|can))*)$/,
  ],
  ['result', /^ket qua(?: (?:giai quyet|xu ly|thuc hien))?$/],
  [
    'note',
    /^(?:ghi chu(?! (?:cua )?(?:lanh dao|ld|giam doc|thu truong|truong phong|chanh van phong|chu tich)\b)|luu y|ly do|dien giai|mo ta|chu thich|note|remark)/,
  ],
];

const wanted = /\b(?:moi|de nghi|mong muon|du kien|yeu cau|doi thanh|thay doi thanh|can doi)\b/;
const current = /\b(?:cu|hien tai|hien co|dang dung|dang su dung|da cap|da co)\b/;

/** Whether a heading says only which of two things of one kind it is about: `Cũ`, `Mới`. */
export function tellsWhich(heading: string): boolean {
  return /^(?:cu|moi|hien tai|hien co|dang co|truoc day)$/.test(fold(heading));
}

/** Whether what stands below a heading is equipment, or is counted as such things are. */
export const tellsOfEquipment = remembering(
  (heading: string): boolean =>
    isOfEquipment(heading) || /^(?:so luong|don vi tinh|dvt|chung loai|so seri)$/.test(fold(heading)),
);

/** `Đã có hộp thư chưa`, `Chưa có email`, `Hộp thư hiện có`: answers stand below it as often as addresses. */
export function asksWhether(heading: string): boolean {
  return /^(?:da|chua|co|con)\b|^(?!(?:dia chi|ten)\b).*\b(?:hien|da|dang) co$/.test(fold(heading));
}

const undoneWords =
  'đã (?:được )?(?:giải quyết|thực hiện|xử lý|cấp|đề nghị|yêu cầu|làm|hoàn thành|xong|gửi)|(?:lần|đợt|kỳ|tháng|năm|quý|phiếu) (?:trước|sau|tới)|trước đây|dự kiến|(?:không|chưa) (?:thực hiện|đề nghị|yêu cầu|giải quyết|xử lý|cấp|duyệt)';
const undone = phrase(undoneWords);

/** All that a bracket says; others explain what may be written: "(nếu đã cấp thì ghi địa chỉ)". */
const undoneAlone = phrase(`(?<=^ )(?:${undoneWords})(?: (?:năm|tháng|quý|xong|rồi|đợt|\\d+|/))*(?= $)`);

/** Whether a heading of wishes says that these were done, or are not to be done: `Nội dung đã giải quyết`, `Đề nghị lần trước`, `Nội dung đề nghị (đã thực hiện)`. */
export const saysUndone = remembering((heading: string): boolean => {
  const brackets = [...heading.matchAll(/[([{](.*?)[)\]}]/gs)].map(([, inside = '']) => spoken(inside));
  return (
    undone.test(spoken(heading.replace(/[([{].*?[)\]}]|:.*$/gs, ' '))) ||
    brackets.some((inside) => undoneAlone.test(inside))
  );
});

/** Says what the words of a heading announce; null for a column that the form does not know. */
export const columnKind = remembering((heading: string): ColumnKind | null => {
  const words = fold(heading);
  if (words === '') return heading.trim() === '#' ? 'number' : null;
  if (words.length > 160) return null;
  const bare = heading.replace(/[([{].*?[)\]}]/gs, ' ');
  const known = kindOf(words) ?? kindOf(fold(bare));
  // `Điện thoại: 0297…` is a field with its value; only the wish's heading goes on after a colon.
  return known !== 'wish' && /:\s*\S/.test(bare) ? null : known;
});

function kindOf(words: string): ColumnKind | null {
  if (tick.test(words) || words === 'khac') return 'tick';
  const named = kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  // "Tên truy cập" grants nothing.
  const actions = words.replaceAll('truy cap', '').match(anyAction)?.length ?? 0;
  const mails = anyMailbox.test(words);
  if (named !== null && !(named === 'note' && actions > 1) && !(named === 'detail' && mails)) return named;
  if (actions > 1) return 'wish';
  if (mails) return mailboxKind(words, actions > 0);
  return /^(?:de nghi|yeu cau|kien nghi)\b/.test(words) ? 'wish' : null;
}

function mailboxKind(words: string, acts: boolean): ColumnKind | null {
  if (/^(?:loai|dung luong|mat khau|tinh trang|trang thai|ngay|thoi gian|so luong|muc dich)\b/.test(words))
    return null;
  if (/\bdoi thanh\b/.test(words)) return 'newAddress';
  if (current.test(words)) return 'address';
  if (wanted.test(words)) return acts && !/\bmoi\b/.test(words) ? 'address' : 'newAddress';
  return 'address';
}
