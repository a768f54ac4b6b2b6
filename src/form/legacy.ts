import type { LegacyEncoding } from '../model/form.ts';
import type { Grid } from './grid.ts';
import { beyondAscii, fromLegacy, wordsIn } from './old-codes.ts';
import { isVietnameseSyllable } from './spoken.ts';

const encodings: readonly LegacyEncoding[] = ['TCVN3', 'VNI'];

/** Words in an old code that a file must have before any is believed: `où` alone is French. */
const fewestWords = 3;

/** Stretches of a cell that were typed in one code: a label and what was written after it may not be. */
const stretches = /(?<=[:\n])/;
const afterLabels = /(?<=:)/;

/**
 * What the letters of a stretch say: `plain` without accents; `unicode` in Unicode for certain; a code that its words can only be
 * in; `either` Unicode or an old code, by its letters alone (`Danh Tó` is `Danh Tú` in TCVN3); `unknown` no code that we know.
 */
type Code = 'plain' | 'unicode' | LegacyEncoding | 'either' | 'unknown';

/**
 * Texts that belong together, in Unicode (TCVN 6909:2001): those in TCVN3 or VNI, told by their letters and never by a font's
 * name, are converted; real Unicode and other languages stay as they are. What may be either is told by what stands with it.
 */
class Decoder {
  readonly #counts: Record<LegacyEncoding, number> = { TCVN3: 0, VNI: 0 };
  readonly used = new Set<LegacyEncoding>();
  #hasUnicode = false;

  constructor(texts: readonly string[]) {
    for (const stretch of texts.flatMap((text) => text.split(stretches))) {
      for (const encoding of encodings) this.#counts[encoding] += telltales(stretch, encoding);
      this.#hasUnicode ||= beyondLatin.test(stretch);
    }
  }

  get isNeeded(): boolean {
    return encodings.some((encoding) => this.#counts[encoding] >= fewestWords);
  }

  /** The code of a stretch; of two that fit, the one in which more of the file is written. */
  codeOf(stretch: string): Code {
    if (!beyondAscii.test(stretch)) return 'plain';
    if (beyondLatin.test(stretch)) return 'unicode';
    if (encodings.every((encoding) => wordsIn(stretch, encoding).length === 0)) return 'plain';
    const fitting = encodings
      .filter((encoding) => this.#counts[encoding] >= fewestWords && fits(stretch, encoding))
      .toSorted((a, b) => this.#counts[b] - this.#counts[a]);
    const told = fitting.find((encoding) => telltales(stretch, encoding) > 0);
    if (told !== undefined) return told;
    const isUnicode = wordsIn(stretch, 'VNI').every((word) => !beyondAscii.test(word) || isVietnamese(word));
    if (!isUnicode) return 'unknown';
    return fitting.length > 0 ? 'either' : 'unicode';
  }

  /** A text in Unicode, given the codes of what stands beside it. */
  text(text: string, beside: ReadonlySet<Code>): string {
    return text
      .split(afterLabels)
      .flatMap((part) => (this.#isOfOneCode(part) ? [part] : part.split(stretches)))
      .map((stretch) => this.#stretch(stretch, beside))
      .join('');
  }

  /** The lines of a name that was wrapped belong together. */
  #isOfOneCode(part: string): boolean {
    const code = this.codeOf(part);
    return code !== 'unicode' && code !== 'unknown';
  }

  #stretch(stretch: string, beside: ReadonlySet<Code>): string {
    const code = this.codeOf(stretch);
    if (code === 'TCVN3' || code === 'VNI') return this.#converted(stretch, code);
    if (code !== 'either') return stretch;
    const old = encodings.find((encoding) => beside.has(encoding) && fits(stretch, encoding));
    // Names are pasted from elsewhere: in a file that has Unicode too, a row in the old code says nothing of its name.
    if (old !== undefined && !beside.has('unicode') && !this.#hasUnicode)
      return this.#converted(stretch, old);
    if (old === undefined && beside.has('unicode')) return stretch;
    const [usual] = encodings
      .filter((encoding) => fits(stretch, encoding))
      .toSorted((a, b) => this.#counts[b] - this.#counts[a]);
    if (usual === undefined) return stretch;
    // Nothing tells: where the whole file is in the old code so is this; else people must say.
    return this.#hasUnicode
      ? `${stretch} (hay ${this.#converted(stretch, usual).trim()})`
      : this.#converted(stretch, usual);
  }

  #converted(stretch: string, encoding: LegacyEncoding): string {
    this.used.add(encoding);
    return fromLegacy(stretch, encoding);
  }
}

/** Letters and accents that no old code has. */
const beyondLatin = /[\u0100-\u024f\u1e00-\u1eff]|\p{M}/u;
const vietnameseLetter = /^[a-zàáâãèéêìíòóôõùúý]+$/i;
const isVietnamese = (word: string): boolean => vietnameseLetter.test(word) && isVietnameseSyllable(word);

/** How many words can only be in an old code: they are no Vietnamese as they stand, and are when they are converted. */
function telltales(text: string, encoding: LegacyEncoding): number {
  if (beyondLatin.test(text) || !beyondAscii.test(text)) return 0;
  return wordsIn(text, encoding).filter(
    (word) => !isVietnamese(word) && isVietnameseSyllable(fromLegacy(word, encoding)),
  ).length;
}

const fits = (text: string, encoding: LegacyEncoding): boolean =>
  wordsIn(text, encoding).every((word) => {
    const read = fromLegacy(word, encoding);
    return isVietnameseSyllable(read) || abbreviation.test(read);
  });

/** `LĐ` of `Sở LĐ-TB&XH`: no syllable in any code. */
const abbreviation = /^[A-ZĐ]{1,8}$/u;

/** The grids of one file in Unicode, and the codes that they were in; soft hyphens that were no letters are gone. */
export function inUnicode(grids: readonly Grid[]): {
  grids: readonly Grid[];
  was: readonly LegacyEncoding[];
} {
  const decoder = new Decoder(
    grids.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ text }) => text))),
  );
  const read = grids
    .map((grid) =>
      decoder.isNeeded ? { ...grid, lines: grid.lines.map((line) => decodedLine(line, decoder)) } : grid,
    )
    .map(withoutSoftHyphens);
  return { grids: read, was: [...decoder.used].sort() };
}

/** Lines of cells that are no grid yet, in Unicode, and the codes that they were in. */
export function linesInUnicode<Line extends Worded>(
  lines: readonly Line[],
): { lines: readonly Line[]; was: readonly LegacyEncoding[] } {
  const decoder = new Decoder(lines.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const read = decoder.isNeeded ? lines.map((line) => decodedLine(line, decoder)) : lines;
  return { lines: read, was: [...decoder.used].sort() };
}

type Worded = { cells: readonly { text: string }[] };

function decodedLine<Line extends Worded>(line: Line, decoder: Decoder): Line {
  const codes = line.cells.flatMap(({ text }) =>
    text.split(stretches).map((stretch) => decoder.codeOf(stretch)),
  );
  const beside = new Set(codes);
  return { ...line, cells: line.cells.map((cell) => ({ ...cell, text: decoder.text(cell.text, beside) })) };
}

function withoutSoftHyphens(grid: Grid): Grid {
  const lines = grid.lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => ({ ...cell, text: cell.text.replaceAll('\u00ad', '') })),
  }));
  return { ...grid, lines };
}

/** A letter's own words in Unicode. */
export function textInUnicode(text: string): string {
  const decoder = new Decoder([text]);
  if (!decoder.isNeeded) return text.replaceAll('\u00ad', '');
  const codes = new Set(text.split(stretches).map((stretch) => decoder.codeOf(stretch)));
  return decoder.text(text, codes).replaceAll('\u00ad', '');
}
