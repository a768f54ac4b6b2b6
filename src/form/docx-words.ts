import type { Numbering } from './docx-numbering.ts';
import { type Ground, goneBy, groundOf, lookOf, noStyle, type Style } from './docx-styles.ts';
import { child, type Node, switchOf, wordOf } from './docx-tree.ts';
import { isLineShape } from './drawn-shapes.ts';
import { signOf } from './pdf-signs.ts';
import { tidy } from './words.ts';

/** Words that look the same; `gone` says why nobody is to read them. */
export type Run = { text: string; gone: 'deleted' | 'hidden' | 'faint' | 'struck' | null };

export type Paragraph = {
  /** Line breaks as `\n`, tabs as `\t`. */
  runs: readonly Run[];
  /** The number that the program writes before it; '' where it writes none. */
  number: string;
  /** Contents of the boxes that hang on it. */
  boxes: readonly Node[];
  /** Words drawn as pictures: watermarks. */
  drawn: readonly string[];
  /** Comments, footnotes and endnotes that hang on it. */
  notes: readonly string[];
  /** A line or a stroke by hand is drawn from here. */
  crossed: boolean;
};

/** What comments, footnotes and endnotes say, by their kinds and ids: `comment 0`. */
export type Notes = ReadonlyMap<string, string>;

/** A field that is open: while its code is read, or where its choice was told, its words are not. */
type Field = { silent: boolean; told: boolean };

/** Reads the paragraphs of a document one after the other. */
export class ParagraphReader {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #numbering: Numbering;
  readonly #notes: Notes;
  /** Comments that began and have not ended. */
  readonly #open = new Set<string>();
  #fields: Field[] = [];

  constructor(styles: ReadonlyMap<string, Style>, numbering: Numbering, notes: Notes) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#notes = notes;
  }

  style(id: string | undefined): Style {
    return this.#styles.get(id ?? '') ?? noStyle;
  }

  /** `beneath` is what is painted behind it; `deleted` says that a tracked change takes it away whole. */
  read(paragraph: Node, beneath: Ground, deleted: boolean): Paragraph {
    const properties = child(paragraph, 'pPr');
    const style = this.style(wordOf(properties, 'pStyle') ?? 'Normal');
    const ground = groundOf(properties) ?? beneath;
    const runs: Run[] = [];
    const boxes: Node[] = [];
    const drawn: string[] = [];
    const hanging = new Set(this.#open);
    let crossed = false;
    const walk = (node: Node, gone: boolean): void => {
      for (const it of node.children) {
        if (it.name === 'del' || it.name === 'moveFrom') walk(it, true);
        this.#follow(it, hanging);
        if (it.name !== 'r') continue;
        const run = this.#run(it, style, ground, gone);
        runs.push(run);
        if (run.gone !== null) continue;
        for (const part of it.children) this.#follow(part, hanging);
        crossed ||= it.children.some(isStroke);
        boxes.push(...it.children.filter(({ name }) => name === 'txbxContent'));
        drawn.push(...it.children.flatMap(({ name, at }) => (name === 'textpath' ? (at.string ?? '') : [])));
      }
    };
    walk(paragraph, deleted);
    // No code goes on in the next paragraph; a field that was never closed must not swallow it.
    if (this.#fields.some(({ silent, told }) => silent && !told)) this.#fields = [];
    const numbering = (properties && child(properties, 'numPr')) ?? style.numbering;
    const isCounted = numbering !== undefined && !deleted;
    const notes = [...hanging].flatMap((id) => this.#notes.get(id) ?? []);
    return { runs, number: isCounted ? this.#numbering.next(numbering) : '', boxes, drawn, notes, crossed };
  }

  /** Takes up a note that is hung on here, and keeps a comment until its end. */
  #follow({ name, at }: Node, hanging: Set<string>): void {
    const [, kind, place] = /^(comment|footnote|endnote)(RangeStart|RangeEnd|Reference)$/.exec(name) ?? [];
    const id = `${kind} ${at.id}`;
    if (place === 'RangeStart') this.#open.add(id);
    if (place === 'RangeEnd') this.#open.delete(id);
    if (kind !== undefined) hanging.add(id);
  }

  #run(run: Node, paragraph: Style, beneath: Ground, deleted: boolean): Run {
    const properties = child(run, 'rPr');
    const own = lookOf(properties);
    const character = this.style(wordOf(properties, 'rStyle'));
    const font = own.font ?? character.font ?? paragraph.font ?? '';
    let text = '';
    for (const part of run.children) {
      if (part.name === 'fldChar') {
        if (!deleted) text += this.#turn(part);
      } else if (!this.#fields.some(({ silent }) => silent)) text += wordsOf(part, font);
    }
    return { text, gone: deleted ? 'deleted' : goneBy(own, character, paragraph, beneath) };
  }

  /** Begins, turns or ends a field; what a form's own field holds is told at its begin. */
  #turn(mark: Node): string {
    const field = this.#fields.at(-1);
    if (mark.at.fldCharType === 'end') this.#fields.pop();
    if (mark.at.fldCharType === 'separate' && field) field.silent = field.told;
    if (mark.at.fldCharType !== 'begin') return '';
    const isHeard = this.#fields.every(({ silent }) => !silent);
    const held = heldBy(mark);
    this.#fields.push({ silent: true, told: held !== null });
    return isHeard && held !== null ? held : '';
  }
}

/** Whether something drawn is a line, or a stroke by hand: over a row it may strike it out. */
function isStroke({ name, at }: Node): boolean {
  return (name === 'prstGeom' && isLineShape(at.prst)) || name === 'custGeom' || name === 'line';
}

/** What a check box or a list of an older form holds (ECMA-376 17.16.5); null for other fields. */
function heldBy(mark: Node): string | null {
  const box = child(mark, 'checkBox');
  if (box) return (switchOf(box, 'checked') ?? switchOf(box, 'default')) ? '☒' : '☐';
  const list = child(mark, 'ddList');
  if (!list) return null;
  const chosen = Number.parseInt(wordOf(list, 'result') ?? wordOf(list, 'default') ?? '0', 10);
  return list.children.filter(({ name }) => name === 'listEntry')[chosen]?.at.val ?? '';
}

function wordsOf({ name, at, text }: Node, font: string): string {
  if (name === 't' || name === 'delText')
    return /^(?:wingdings|webdings)/i.test(font) ? signs(text, font) : signOf(text);
  if (name === 'tab' || name === 'ptab') return '\t';
  if (name === 'br' || name === 'cr') return '\n';
  if (name === 'noBreakHyphen') return '-';
  if (name === 'softHyphen') return '\u00ad';
  if (name !== 'sym') return '';
  const code = Number.parseInt(at.char ?? '', 16);
  return Number.isNaN(code) ? '' : signs(String.fromCharCode(code & 0xff), at.font ?? '');
}

/** Signs of a font that has pictures for letters. */
function signs(text: string, font: string): string {
  return [...text]
    .map((letter) => {
      const code = (letter.codePointAt(0) ?? 0) & 0xff;
      if (code <= 0x20) return letter;
      // The tick of the second font is a flag in the first.
      return font.endsWith('2') && code === 0x50 ? '✓' : signOf(String.fromCharCode(0xf000 + code));
    })
    .join('');
}

/** Runs as words with tabs; what is gone leaves no trace but, where it is struck, a space. */
export function visible(runs: readonly Run[]): string {
  return runs.map(({ text, gone }) => (gone === null ? text : gone === 'struck' ? ' ' : '')).join('');
}

/** The words of a cell; struck ones where nothing else is there. Null for none. */
export function cellWords(runs: readonly Run[]): { text: string; struck: boolean } | null {
  const text = tidy(visible(runs));
  if (text !== '') return { text, struck: false };
  const struck = tidy(wholeText(runs.filter(({ gone }) => gone === 'struck')));
  return struck === '' ? null : { text: struck, struck: true };
}

export function wholeText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}
