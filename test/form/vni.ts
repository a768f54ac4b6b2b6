/** Letters that VNI has for a letter with its tone. */
const alone: Readonly<Record<string, string>> = { đ: 'ñ', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' };

const tones = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const typed: Readonly<Record<string, { tones: string; none: string }>> = {
  '': { tones: 'ùøûõï', none: '' },
  '\u0302': { tones: 'áàåãä', none: 'â' },
  '\u0306': { tones: 'éèúüë', none: 'ê' },
};

/** Unicode as it is typed in the fonts of VNI. */
export const vni = (text: string): string => [...text.normalize('NFC')].map(vniLetter).join('');

function vniLetter(letter: string): string {
  const small = letter.toLowerCase();
  const written = alone[small] ?? accented(small);
  return letter === small ? written : written.toUpperCase();
}

function accented(letter: string): string {
  const [plain = '', ...signs] = letter.normalize('NFD');
  const tone = tones.findIndex((sign) => signs.includes(sign));
  const base = signs.includes('\u031b') ? (plain === 'o' ? 'ô' : 'ö') : plain;
  const marks = typed[signs.find((sign) => typed[sign] !== undefined) ?? ''];
  return base + (tone >= 0 ? (marks?.tones[tone] ?? '') : (marks?.none ?? ''));
}
