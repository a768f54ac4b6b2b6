import { type Colour, contrast, isNear } from './colours.ts';

/** Whether people see the words of a cell; `unsure` where letters are pale, or what lies behind them is not known for certain. */
export type Sight = 'seen' | 'unseen' | 'unsure';

/** How the words of a cell look, or what a condition makes of them: null where it says nothing. */
export type Look = {
  letters: Colour | null;
  /** In points. */
  size: number | null;
  /** What may lie behind, one or several of which is there; null for nothing, as on white paper. */
  grounds: readonly Colour[] | null;
  /** A number format. */
  format: string | null;
  /** Struck out by a condition or a table; what a cell's own style strikes out is known for certain (`xlsx-styles.ts`). */
  struck: boolean;
};

const leastSize = 3;
const leastContrast = 1.5;
const black = '000000';
const paper = ['FFFFFF'];

/** Whether letters of that look are seen on their ground. A number format may paint, or hide, what it is of. */
export function sightOf({ letters, size, grounds, format, struck }: Look, value: CellValue): Sight {
  const section = sectionOf(format ?? '', value);
  if (section.hides || (size !== null && size < leastSize)) return 'unseen';
  const colour = section.colour ?? letters ?? black;
  const behind = grounds ?? paper;
  if (behind.every((ground) => isNear(colour, ground))) return 'unseen';
  const isClear = !struck && behind.every((ground) => contrast(colour, ground) >= leastContrast);
  return isClear ? 'seen' : 'unsure';
}

/** What a cell has: words, or a number. */
export type CellValue = string | number;

/** A look under a condition that may hold for it. */
export function underCondition(own: Look, condition: Look): Look {
  return {
    letters: condition.letters ?? own.letters,
    size: own.size,
    grounds: condition.grounds ?? own.grounds,
    format: condition.format ?? own.format,
    struck: condition.struck,
  };
}

const inFormats: Readonly<Record<string, Colour>> = { white: 'FFFFFF', yellow: 'FFFF00', black };

/**
 * What a number format does with a value (ECMA-376 18.8.31): its sections are for positive numbers, negative ones, zero and words.
 * `;;;` shows nothing at all.
 */
function sectionOf(format: string, value: CellValue): { hides: boolean; colour: Colour | null } {
  const sections = (format.match(/(?:"[^"]*"|\\.|[^;"\\])*(?:;|$)/g) ?? []).map((it) => it.replace(/;$/, ''));
  if (!format.endsWith(';')) sections.pop();
  const last = sections.at(-1) ?? '';
  const section = typeof value === 'string' ? wordsSection(sections, last) : numberSection(sections, value);
  if (section === null) return { hides: false, colour: null };
  const [, name = ''] = /\[(white|yellow|black)\]/i.exec(section) ?? [];
  return {
    hides: section.replace(/\[[^\]]*\]/g, '').trim() === '',
    colour: inFormats[name.toLowerCase()] ?? null,
  };
}

/** The fourth section is for words, and so is a last one with `@`; null where words are shown as they are. */
function wordsSection(sections: readonly string[], last: string): string | null {
  return sections[3] ?? (last.includes('@') ? last : null);
}

function numberSection(sections: readonly string[], value: number): string | null {
  if (sections.length < 2) return sections[0] || null;
  if (value === 0 && sections.length > 2) return sections[2] ?? null;
  return (value < 0 ? sections[1] : sections[0]) ?? null;
}
