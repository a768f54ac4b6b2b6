import type { Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import type { Line } from './grid.ts';
import { withoutFillers } from './words.ts';

/** The country's name, or the Party's, which stands alone in its place on letters of Party bodies. */
const motto = /cong hoa xa hoi chu nghia|^dang cong san viet nam$/;
/** The country's name and motto where they stand in one line with the unit, as programs that know no columns write it. */
const fromMotto =
  /(?:(?<!\p{L})c[oộ]ng\s+h(?:oà|òa|oa)\s+x[aã]\s+h[oộ]i\s+ch[uủ]\s+ngh[iĩ]a|(?<!\p{L})[dđ][oộ]c\s+l[aậ]p\s*[-–—]).*/isu;
const title = /^phieu (?:yeu cau|de nghi|dang ky)/;

/** How bodies are named; a line that begins otherwise continues the line before it. */
const body =
  /^(?:so|ban|phong|van phong|vp|ubnd|uy ban|hdnd|hoi dong|trung tam|chi cuc|cuc|truong|benh vien|thanh tra|dang (?:uy|bo)|(?:tinh|huyen|thanh|thi) (?:uy|doan)|doan|hoi|lien doan|lien hiep|cong ty|cong an|cong doan|doi|dai|tram|khoa|thu vien|bao tang|vien|quy|kho bac|bao hiem|ngan hang|toa an|bo chi huy|bo|mat tran|ubmttq|mttq|bql|nha|tong cong ty|don vi)\b/;
const unfinished = /(?:\b(?:va|ve|cua|thuoc|tai|kiem)|[-–,&])$/;
const prompt = /^(?:ten )?co quan(?: don vi)?(?: chu quan)?$|^ten don vi$/;
const noUnit =
  /^(?:so|s[oố])\s*:|^viet nam$|^doc lap|^kinh gui|\bngay\b.*\bthang\b|^mau so|^phu luc|^bieu mau|^phieu\b|^v v\b/;

/** Whether the words are the form's title. */
export function isTitle(text: string): boolean {
  return text.split('\n').some((line) => title.test(fold(line)));
}

/**
 * The unit in a letterhead: the lines at the top left, beside or above the country's name. Where two bodies
 * stand there, the superior one comes first and the lower is the unit. The untouched prompt is no unit.
 */
export function letterheadUnit(lines: readonly Line[]): Placed | null {
  const index = lines.findIndex(({ cells }) => cells.some(({ text }) => motto.test(fold(text))));
  const country = lines[index]?.cells.find(({ text }) => motto.test(fold(text)));
  const isApart = country !== undefined && fold(country.text.replace(fromMotto, '')) === '';
  const end = lines.findIndex(({ cells }) =>
    cells.some(({ text }) => isTitle(text) || /^danh sach\b/.test(fold(text))),
  );
  const head = lines.slice(0, end < 0 ? Math.min(lines.length, index < 0 ? 3 : index + 5) : end);
  const texts: Placed[] = [];
  for (const { row, cells } of head) {
    const seen = cells.filter((cell) => !cell.struck && cell.kind === 'text');
    const left = isApart && row >= country.row ? seen.filter(({ column }) => column < country.column) : seen;
    for (const { text, where } of left) {
      for (const line of text.replace(fromMotto, '').split('\n'))
        if (isPart(line)) texts.push({ text: withoutFillers(line).trim(), where });
    }
  }
  const unit = lowestBody(texts);
  return country || (unit && body.test(fold(unit.text))) ? unit : null;
}

function isPart(line: string): boolean {
  const words = fold(withoutFillers(line));
  if (words === '' || prompt.test(words) || motto.test(words)) return false;
  return !noUnit.test(words) && !/^s[ốo]\s*:/iu.test(line) && !/:\s*\S/.test(line);
}

function lowestBody(texts: readonly Placed[]): Placed | null {
  let unit: Placed | null = null;
  for (const { text, where } of texts) {
    const words = fold(text);
    const before = unit ? fold(unit.text) : '';
    const open =
      unfinished.test(before) ||
      /[-–,&]$/.test(unit?.text ?? '') ||
      /^(?:van phong|uy ban nhan dan|ubnd)$/.test(before);
    if (unit && (open || !body.test(words))) unit = { text: `${unit.text} ${text}`, where: unit.where };
    else unit = { text, where };
  }
  return unit;
}
