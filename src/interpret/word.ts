import { fold, withoutAccents } from '../text/fold.ts';
import { list } from '../text/list.ts';
import { isFullySpelled, type Syllable, syllable } from '../text/syllable.ts';
import { ownWords } from './own-words.ts';

/** What a unit answers to the question whether it sent a letter. */
export type Word = 'confirmed' | 'refused' | 'unclear';

/** May stand before the word: who speaks, and politeness. */
const before = list(`
  dạ | vâng | ok | xin | đã | đồng ý | thống nhất | nhất trí | hoàn toàn | tôi | em | mình | chúng tôi | bên em | đơn vị | đơn vị tôi |
  đơn vị chúng tôi | cơ quan | cơ quan tôi | văn phòng | lãnh đạo | lãnh đạo đơn vị | kính gửi trung tâm`);

/** May stand after it: what is confirmed, and politeness. Nothing that limits it, nothing that only tells of receipt. */
const after = list(`
  ạ | nhé | nha | ok | đúng | là đúng | đúng vậy | thư | thư này | thư trên | thư nói trên | nội dung | các nội dung |
  nội dung thư | nội dung này | nội dung trên | trên | này | nêu trên | trong thư | phiếu | phiếu này | phiếu trên | phiếu yêu cầu |
  yêu cầu | các yêu cầu | đề nghị | danh sách | đã gửi | có gửi | do đơn vị gửi | là do đơn vị gửi | đồng ý | thực hiện |
  đồng ý thực hiện | và | đề nghị thực hiện | đề nghị trung tâm thực hiện |
  nhờ trung tâm thực hiện | cảm ơn | xin cảm ơn | trân trọng | trân trọng cảm ơn`);

/** Words beside which no XÁC NHẬN counts, wherever they stand: they deny, limit, put off, change or ask. */
const doubts = sequences(`
  không | chưa | chẳng | chả | đừng | chớ | khoan | ko | nếu | trừ | ngoại trừ | nhưng | tuy nhiên | nhầm | lộn | sai | là giả | giả mạo |
  mạo danh | lừa | lừa đảo | dừng | ngừng | ngưng | hoãn | hủy | rút | bỏ | thu hồi | chỉ | riêng | dòng | đợi | chờ | nghi | nghi ngờ |
  kiểm tra | xem lại | xác nhận lại | sửa | đổi | điều chỉnh | bổ sung | thay thế | gì | thế nào | hoặc | tự động | vắng mặt | not | no |
  hệ thống đã | đã ghi nhận | đã được chuyển | đã được tiếp nhận | của bạn | quý khách | don't | never | cancel | automatic | out of office`);

/** Words of a receipt: programs put "[Xác nhận]" before the subject of what they answer by themselves. */
const receipts = sequences(
  `nhận được | đã nhận | tiếp nhận | phản hồi | phúc đáp | hồi âm | sớm nhất | trả lời sau | liên hệ lại | mã số | đi công tác | nghỉ phép | đi vắng |
  received`,
);

/** Phrases as the syllables that follow each other in them. */
function sequences(text: string): Syllable[][] {
  return list(text).map((phrase) => phrase.split(' ').map(syllable));
}

/** Without accents, these are still no other word. */
const plainDenials = new Set(['khong', 'chua', 'ko']);

const anyOf = (phrases: readonly string[]): string =>
  [...new Set(phrases.map(fold))]
    .filter((phrase) => phrase !== '')
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const denied = '(?:khong|ko|chang)';

/** "Không xác nhận", "Không ạ", "từ chối", "đơn vị không gửi thư này", "chúng tôi chưa hề đề nghị", "thư giả mạo". */
const refusals = [
  `${denied} (?:dong y )?xac nhan(?: (?:${anyOf(after)}))*`,
  'tu choi(?: .*)?',
  `${denied}(?: a)?`,
  `(?:${denied}|chua) (?:he |tung |bao gio |co |phai )*(?:gui|lap|de nghi|yeu cau)(?: .*)?`,
  `(?:.* )?${denied} phai(?: la)?(?: thu| phieu| do| cua)* (?:don vi|co quan|chung toi|toi|van phong)(?: .*)?`,
  '(?:day |thu |phieu |nay |tren |do |la )+(?:gia mao|mao danh)(?: .*)?',
].join('|');

/** The longest sentence that is looked at, folded: the word needs few. */
const longest = 100;

/**
 * What the answer to our question says in its author's own words: the whole subject or what stands in brackets at its head,
 * and the text above the quoted letter. `names` are the unit's own. XÁC NHẬN counts only as a whole sentence in which
 * nothing else is said, and only where nothing else in the answer denies, limits or asks: the cost of a wrong yes is
 * a stranger's request carried out.
 */
export function readWord(subject: string, text: string, names: readonly string[]): Word {
  const head = subjectHead(subject);
  const own = ownWords(text);
  const lines = head === null ? own : [head, ...own];
  if (lines.some((line) => /[?？]/.test(line))) return 'unclear';
  const speakers = `(?:(?:${anyOf([...before, ...names])}) )*`;
  const yes = new RegExp(`^${speakers}xac nhan(?: (?:${anyOf([...after, ...names])}))*$`);
  const no = new RegExp(`^${speakers}(?:${refusals})$`);
  const silent = new RegExp(`^(?:${speakers}|(?:kinh (?:gui|thua|chao)|chao|thua|dear) .*)$`);
  const isYes = (sentence: string) => sentence.length <= longest && yes.test(sentence);
  const inSubject = head !== null && isYes(fold(head));
  const confirmed =
    openings(own, (line) => silent.test(`${line} `)).some(isYes) ||
    (inSubject && isPolite(own, names) && !hasAny(receipts, own));
  const refused = lines
    .flatMap((line) => line.split(/[.,;:!…()]+/))
    .some((sentence) => no.test(fold(sentence).slice(0, longest)));
  if (refused && !confirmed && !inSubject) return 'refused';
  return confirmed && !refused && !hasAny(doubts, lines) ? 'confirmed' : 'unclear';
}

/** What is said besides by who has nothing more to say. */
const thanks = list(`
  cảm ơn | chân thành | trân trọng | rất | nhiều | ạ | nhé | và | vì | đã hỗ trợ | đã giúp đỡ | sự hỗ trợ | sự giúp đỡ | của | trung tâm |
  quý trung tâm | quý cơ quan | anh | chị | các | đã nhận | đã nhận được | đã nhận thư | thông báo | kết quả`);

/** Whether an answer only thanks, says that something came, and takes its leave: nobody waits for anything then. */
export function isThanks(text: string, names: readonly string[]): boolean {
  const own = ownWords(text);
  return !own.some((line) => /[?？]/.test(line)) && !hasAny(doubts, own) && isPolite(own, names);
}

/** Words of the longest greeting: a longer line says something. */
const greeting = 9;

/** Whether lines hold nothing but greetings, thanks and leave, and who signs below it. */
function isPolite(own: readonly string[], names: readonly string[]): boolean {
  const polite = new RegExp(`^(?:(?:${anyOf([...before, ...thanks, ...names])}) )*$`);
  const sentences = own.flatMap((line) => line.split(/[.,;:!…]+/)).map((sentence) => `${fold(sentence)} `);
  const leave = sentences.findIndex((sentence) =>
    /^(?:xin )?(?:tran trong|than men|kinh thu)(?: cam on| kinh chao)? $/.test(sentence),
  );
  return sentences
    .slice(0, leave < 0 ? sentences.length : leave)
    .every(
      (sentence) =>
        sentence === ' ' ||
        (/^(?:kinh (?:gui|thua|chao)|chao|thua|dear) /.test(sentence) &&
          sentence.split(' ').length <= greeting + 1) ||
        (sentence.length <= longest && polite.test(sentence)),
    );
}

/** `Re: [XÁC NHẬN] …` gives `XÁC NHẬN`; a subject without brackets counts as a whole. null where it is about something else. */
function subjectHead(subject: string): string | null {
  const bare = subject.replace(/^(?:\s*(?:re|tl|trả lời|fw|fwd)\s*:)+/iu, '').trim();
  const head = /^[[(【]([^\])】]{1,60})[\])】]/u.exec(bare)?.[1] ?? (bare.length <= 40 ? bare : '');
  return /(?:^| )xac nhan(?: |$)/.test(fold(head)) ? head : null;
}

/**
 * Sentences, folded, that surely begin where they seem to: the first, and those after a full stop, or after a line that ends in a colon. A line in the
 * middle of a wrapped sentence ("đề nghị gửi lại phiếu để đơn vị / xác nhận") is none. `isSilent` tells greetings and
 * names, which may stand on lines of their own.
 */
function openings(lines: readonly string[], isSilent: (folded: string) => boolean): string[] {
  const sentences: string[] = [];
  let fresh = true;
  for (const line of lines) {
    const [first = '', ...others] = line.split(/[.!…]+/).map(fold);
    if (fresh) sentences.push(first);
    sentences.push(...others);
    fresh = /[.!:…]\W*$/.test(line) || (fresh && isSilent(fold(line)));
  }
  return sentences.filter((sentence) => sentence !== '');
}

/** Accents count (`chỉ` is not the name `Chi`), unless nothing in the answer has any. */
function hasAny(phrases: readonly (readonly Syllable[])[], lines: readonly string[]): boolean {
  const words = lines.join(' ').split(/[^\p{L}\p{M}\p{N}']+/u);
  const bare = words.every((word) => withoutAccents(word) === word);
  const written = words.map(syllable);
  const same = (word: Syllable | undefined, meant: Syllable): boolean =>
    word !== undefined && (bare ? word.plain === meant.plain : isFullySpelled(word, meant));
  return (
    words.some((word) => plainDenials.has(word.toLowerCase())) ||
    written.some((_, at) =>
      phrases.some((phrase) => phrase.every((meant, offset) => same(written[at + offset], meant))),
    )
  );
}
