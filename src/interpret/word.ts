import { fold } from '../text/fold.ts';
import { list } from '../text/list.ts';
import { ownWords } from './own-words.ts';
import { phraseTable, startOf } from './phrase.ts';

/** What a unit answers to the question whether it sent a letter. */
export type Word = 'confirmed' | 'refused' | 'unclear';

/** May stand before the word: who speaks, and politeness. */
const before = list(`
  dạ | vâng | ok | xin | đã | đồng ý | thống nhất | nhất trí | hoàn toàn | tôi | em | mình | chúng tôi | bên em | đơn vị | đơn vị tôi |
  đơn vị chúng tôi | cơ quan | cơ quan tôi | văn phòng | lãnh đạo | lãnh đạo đơn vị | kính gửi trung tâm`);

/** May stand after it: what is confirmed, and politeness. Nothing that limits it, nothing that only tells of receipt. */
const after = list(`
  ạ | nhé | nha | ok | đúng | là đúng | đúng vậy | thư | thư này | thư trên | thư nói trên | nội dung | các nội dung | những nội dung | toàn bộ |
  nội dung thư | nội dung này | nội dung trên | trên | này | nêu trên | trong thư | phiếu | phiếu này | phiếu trên | phiếu yêu cầu | yêu cầu |
  các yêu cầu | đề nghị | danh sách | đã gửi | có gửi | do đơn vị gửi | là do đơn vị gửi | do đơn vị | của đơn vị | đồng ý | thực hiện |
  đồng ý thực hiện | và đồng ý thực hiện | và đề nghị thực hiện | đề nghị thực hiện | đề nghị trung tâm thực hiện | nhờ trung tâm thực hiện |
  cảm ơn | xin cảm ơn | trân trọng | trân trọng cảm ơn`);

/** Words beside which no XÁC NHẬN counts: they deny, limit, put off, change or ask. */
const doubts = phraseTable(
  list(`
    không | chưa | chẳng | chả | đừng | chớ | khoan | ko | k | kg | hk | hông | nếu | trừ | ngoại trừ | nhưng | tuy nhiên | nhầm | lộn |
    sai | giả | giả mạo | mạo danh | lừa | lừa đảo | dừng | tạm dừng | ngừng | ngưng | hoãn | hủy | rút | bỏ | thu hồi | chỉ | riêng |
    đợi | chờ | nghi | nghi ngờ | kiểm tra | xem lại | xác nhận lại | sửa | đổi | thay đổi | điều chỉnh | bổ sung | thay thế | ai | gì |
    sao | thế nào | hay | hoặc | tự động | vắng mặt | not | no | don't | never | cancel | automatic | out of office`),
);

const anyOf = (phrases: readonly string[]): string =>
  [...new Set(phrases.map(fold))]
    .filter((phrase) => phrase !== '')
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const denied = '(?:khong|ko|k|chang)';

/** "Không xác nhận", "từ chối", "đơn vị không gửi thư này", "chúng tôi chưa hề đề nghị", "thư giả mạo". */
const refusals = [
  `${denied} (?:dong y )?xac nhan(?: (?:${anyOf(after)}))*`,
  'tu choi(?: xac nhan)?(?: .*)?',
  `(?:${denied}|chua) (?:he |tung |bao gio |co |phai )*(?:gui|lap|de nghi|yeu cau)(?: .*)?`,
  `(?:.* )?${denied} phai(?: la)?(?: thu| phieu| do| cua)* (?:don vi|co quan|chung toi|toi|van phong)(?: .*)?`,
  '(?:.* )?(?:gia mao|mao danh)(?: .*)?',
].join('|');

/** The longest sentence that is looked at: the word needs few. */
const longest = 160;

/**
 * What the answer to our question says in its author's own words: the whole subject or what stands in brackets at its head,
 * and the text above the quoted letter. `names` are the unit's own. XÁC NHẬN counts only as a whole sentence in which
 * nothing else is said, and only where nothing else in the answer denies, limits or asks: the cost of a wrong yes is
 * a stranger's request carried out.
 */
export function readWord(subject: string, text: string, names: readonly string[]): Word {
  const head = subjectHead(subject);
  const lines = [...(head === null ? [] : [head]), ...ownWords(text)];
  if (lines.some((line) => /[?？]/.test(line))) return 'unclear';
  const sentences = lines.flatMap((line) => line.split(/[.,;:!…()"“”\-–—/]+/)).map(fold);
  const speakers = anyOf([...before, ...names]);
  const [yes, no] = [
    new RegExp(`^(?:(?:${speakers}) )*xac nhan(?: (?:${anyOf(after)}))*$`),
    new RegExp(`^(?:(?:${speakers}) )*(?:${refusals})$`),
  ];
  const said = sentences.filter((sentence) => sentence.length <= longest);
  const [confirmed, refused] = [said.some((one) => yes.test(one)), said.some((one) => no.test(one))];
  if (refused && !confirmed) return 'refused';
  return confirmed && !refused && !lines.some(isDoubtful) ? 'confirmed' : 'unclear';
}

/** `Re: [XÁC NHẬN] …` gives `XÁC NHẬN`; a subject without brackets counts as a whole, and only as the word alone. */
function subjectHead(subject: string): string | null {
  const bare = subject.replace(/^(?:\s*(?:re|tl|trả lời|fw|fwd)\s*:)+/iu, '').trim();
  const bracketed = /^[[(【]([^\])】]{1,60})[\])】]/u.exec(bare)?.[1];
  const whole = bracketed ?? bare;
  return /(?:^| )xac nhan(?: |$)/.test(fold(whole)) && (bracketed !== undefined || whole.length <= 40)
    ? whole
    : null;
}

function isDoubtful(line: string): boolean {
  const words = line.split(/[^\p{L}\p{M}\p{N}']+/u).filter((word) => word !== '');
  return words.some((_, at) => startOf(words.slice(at, at + 6), doubts) > 0);
}
