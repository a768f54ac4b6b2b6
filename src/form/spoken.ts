import { list } from '../text/list.ts';

/** How a Vietnamese syllable may begin; longer ones first, so that `ngh` is not `n`. */
const onsets = list(
  `ngh | ng | nh | ch | gh | gi | kh | ph | qu | th | tr | b | c | d | đ | g | h | k | l | m | n | p | r | s | t | v | x`,
);

/** How it may go on, without its tone. `iê` is open in names of the highlands (`Niê`). */
const rimes = new Set(
  list(`
  a | ac | ach | ai | am | an | ang | anh | ao | ap | at | au | ay | ăc | ăm | ăn | ăng | ăp | ăt | âc | âm | ân | âng | âp | ât | âu | ây |
  e | ec | em | en | eng | eo | ep | et | ê | êch | êm | ên | êng | ênh | êp | êt | êu | i | ia | ich | im | in | inh | ip | it | iu |
  iê | iêc | iêm | iên | iêng | iêp | iêt | iêu | o | oa | oac | oach | oai | oam | oan | oang | oanh | oao | oat | oay | oăc | oăm | oăn | oăng |
  oăt | oe | oen | oeo | oet | oc | oi | om | on | ong | oong | op | ot | ô | ôc | ôi | ôm | ôn | ông | ôp | ôt | ơ | ơi | ơm | ơn | ơp | ơt |
  u | ua | uc | ui | um | un | ung | up | ut | uân | uâng | uât | uây | uê | uêch | uênh | uơ | uy | uya | uych | uynh | uyn | uyt | uyu | uyên | uyêt |
  uôc | uôi | uôm | uôn | uông | uôt | ư | ưa | ưc | ưi | ưm | ưn | ưng | ưt | ưu | ươc | ươi | ươm | ươn | ương | ươp | ươt | ươu |
  y | yêm | yên | yêng | yêt | yêu | ych | ynh | yt`),
);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Before these only sắc and nặng are spoken. */
const stopped = /(?:c|ch|p|t)$/;

/**
 * Whether a word with accents is spelled as Vietnamese is: one beginning, one rime, at most one tone. It may still mean nothing;
 * but of the words that a wrong reading of bytes makes, most are no such syllable.
 */
export function isVietnameseSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFD');
  const tones = letters.match(tone) ?? [];
  if (tones.length > 1) return false;
  const plain = letters.replace(tone, '').normalize('NFC');
  if (stopped.test(plain) && !/[\u0301\u0323]/.test(letters)) return false;
  return ['', ...onsets].some((onset) => plain.startsWith(onset) && rimes.has(plain.slice(onset.length)));
}
