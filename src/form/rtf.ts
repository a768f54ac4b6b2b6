import iconv from 'iconv-lite';
import { type Look, RichWriter } from './rtf-html.ts';
import { characters, codepages, seen, silent, symbols } from './rtf-names.ts';
import type { CellShape } from './rtf-table.ts';
import { type Token, tokensOf } from './rtf-tokens.ts';
import { Unreadable } from './unreadable.ts';
import { escapeXml } from './xml.ts';

/** The words of rich text: as HTML, or plain where it was made of a plain letter. */
export type RichWords = { html: string } | { plain: string };

/** Deeper nesting than any program makes. */
const deepest = 200;
/** More columns than any table of a letter has. */
const widest = 60;
/** More fonts, and more colours, than any program lists. */
const mostListed = 5000;
/** A letter that was made of HTML is no longer than the rich text that holds it, which has the marks of its signs besides (16 MB). */
const longestText = 16 * 1024 * 1024;

type Group = {
  /** What its words are: the letter's, a tag of the HTML that it was made of, a table's at the head, or none. */
  place: 'words' | 'tag' | 'fonts' | 'colours' | 'nowhere';
  font: number | null;
  /** Characters that stand for one of Unicode in older programs. */
  spare: number;
  /** Made for rich text, and not of the HTML. */
  isOurs: boolean;
  isInTable: boolean;
  look: Look;
};

const plainLook: Look = { struck: false, hidden: false, colour: null, size: null };

/**
 * Reads the rich text of a letter. What was made of HTML, as Outlook keeps it, is that again ([MS-OXRTFEX] 2.1). Throws Unreadable where
 * it is damaged or beyond all bounds.
 */
export function readRtf(rtf: string): RichWords {
  if (!rtf.startsWith('{\\rtf')) throw new Unreadable('no rich text');
  const reader = new RtfReader();
  for (const token of tokensOf(rtf)) {
    reader.take(token);
    if (reader.isDone) return reader.words();
  }
  throw new Unreadable('rich text that ends too early');
}

class RtfReader {
  readonly #writer = new RichWriter();
  readonly #fonts = new Map<number, number>();
  readonly #colours: (string | null)[] = [];
  #of: 'itself' | 'html' | 'plain' = 'itself';
  /** Of what it was made of. */
  #text = '';
  #group: Group = {
    place: 'words',
    font: null,
    spare: 1,
    isOurs: false,
    isInTable: false,
    look: plainLook,
  };
  #outer: Group[] = [];
  #codepage = 1252;
  #bytes: number[] = [];
  /** Characters that are still to be passed over. */
  #spare = 0;
  #isOptional = false;
  #colour: Partial<Record<string, number>> = {};
  #shapes: CellShape[] = [];
  #merged: Partial<CellShape> = {};
  isDone = false;

  take(token: Token): void {
    if (token.is !== 'byte') this.#flush();
    if (token.is === 'open' || token.is === 'close') this.#spare = 0;
    else if (this.#spare > 0 && (token.is !== 'text' || token.text.length <= this.#spare)) {
      this.#spare -= token.is === 'text' ? token.text.length : 1;
      return;
    }
    if (token.is === 'open') this.#open();
    else if (token.is === 'close') this.#close();
    else if (token.is === 'byte') this.#bytes.push(token.byte);
    else if (token.is === 'symbol') this.#symbol(token.sign);
    else if (token.is === 'word') this.#word(token.name, token.value);
    else this.#letters(token.text);
  }

  words(): RichWords {
    if (this.#of === 'html') return { html: this.#text.normalize('NFC') };
    if (this.#of === 'plain') return { plain: this.#text.normalize('NFC') };
    return { html: this.#writer.html().normalize('NFC') };
  }

  #open(): void {
    this.#outer.push(this.#group);
    if (this.#outer.length > deepest) throw new Unreadable('rich text that is nested too deeply');
    this.#group = { ...this.#group };
  }

  #close(): void {
    this.#group = this.#outer.pop() ?? this.#group;
    this.#isOptional = false;
    this.isDone = this.#outer.length === 0;
  }

  #letters(text: string): void {
    const own = text.slice(this.#spare);
    this.#spare = 0;
    const { place } = this.#group;
    if (place === 'colours') this.#addColours(own);
    else if (place === 'words' || place === 'tag') this.#put(this.#decode(Buffer.from(own, 'latin1')));
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    this.#put(this.#decode(bytes));
  }

  #decode(bytes: Buffer): string {
    const { place, font } = this.#group;
    const own = place === 'words' && font !== null ? this.#fonts.get(font) : undefined;
    const name = `cp${own ?? this.#codepage}`;
    return iconv.decode(bytes, iconv.encodingExists(name) ? name : 'cp1252');
  }

  #put(text: string): void {
    const { place, isOurs, look } = this.#group;
    if (place === 'tag') this.#keep(this.#of === 'html' ? text : '');
    else if (place !== 'words') return;
    else if (this.#of === 'itself') this.#writer.text(text, look);
    else if (!isOurs) this.#keep(this.#of === 'html' ? escapeXml(text) : text);
  }

  #keep(text: string): void {
    if (this.#text.length + text.length > longestText) throw new Unreadable('rich text that is too long');
    this.#text += text;
  }

  #symbol(sign: string): void {
    if (sign === '*') this.#isOptional = true;
    else if (sign === '\r' || sign === '\n') this.#end('par');
    else if (symbols[sign] !== undefined) this.#put(symbols[sign]);
  }

  #word(name: string, value: number | null): void {
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const group = this.#group;
    // What numbers an item stands in the HTML as a list.
    const isNumbered = name === 'pntext' && this.#of === 'html';
    if (isNumbered || silent.has(name) || (isOptional && !seen.has(name))) group.place = 'nowhere';
    if (group.place === 'nowhere') return;
    if (name === 'htmltag') group.place = 'tag';
    else if (name === 'fonttbl') group.place = 'fonts';
    else if (name === 'colortbl') group.place = 'colours';
    else if (group.place === 'fonts') this.#font(name, value ?? 0);
    else if (group.place === 'colours') this.#colour[name] = value ?? 0;
    else if (characters[name] !== undefined) this.#put(characters[name]);
    else if (!this.#table(name, value)) this.#format(name, value);
  }

  #font(name: string, value: number): void {
    if (name === 'f') this.#group.font = value;
    const codepage = name === 'cpg' ? value : name === 'fcharset' ? codepages[value] : undefined;
    if (codepage !== undefined) this.#fonts.set(this.#group.font ?? 0, codepage);
    if (this.#fonts.size > mostListed) throw new Unreadable('rich text of too many fonts');
  }

  #addColours(text: string): void {
    for (const _ of text.matchAll(/;/g)) {
      const { red, green = 0, blue = 0 } = this.#colour;
      if (this.#colours.length === mostListed) throw new Unreadable('rich text of too many colours');
      this.#colours.push(red === undefined ? null : `rgb(${red},${green},${blue})`);
      this.#colour = {};
    }
  }

  /** Words that part the letter; whether it is one of them. */
  #table(name: string, value: number | null): boolean {
    const merge = { clvmgf: 'first', clvmrg: 'further' } as const;
    if (name === 'trowd') this.#shapes = [];
    else if (name === 'clvmgf' || name === 'clvmrg') this.#merged.merge = merge[name];
    else if (name === 'clmrg') this.#merged.isMergedLeft = true;
    else if (name === 'cellx') {
      if (this.#shapes.length === widest) throw new Unreadable('rich text of too many columns');
      this.#shapes = [
        ...this.#shapes,
        { right: value ?? 0, merge: null, isMergedLeft: false, ...this.#merged },
      ];
      this.#merged = {};
    } else return this.#end(name);
    return true;
  }

  #end(name: string): boolean {
    if (this.#of !== 'itself') {
      if (name === 'par' || name === 'line') this.#put('\n');
      return name === 'par' || name === 'line';
    }
    const { isInTable } = this.#group;
    if (this.#group.place !== 'words') return false;
    if (name === 'par' || name === 'sect' || name === 'page') this.#writer.paragraph(isInTable);
    else if (name === 'line' || name === 'nestcell' || name === 'nestrow') this.#writer.line();
    else if (name === 'cell') this.#writer.cell();
    else if (name === 'row') this.#writer.row(this.#shapes);
    else return false;
    return true;
  }

  #format(name: string, value: number | null): void {
    const group = this.#group;
    const isOn = value !== 0;
    const look = (change: Partial<Look>): void => {
      group.look = { ...group.look, ...change };
    };
    if (name === 'fromhtml' && isOn) this.#of = 'html';
    else if (name === 'fromtext') this.#of = 'plain';
    else if (name === 'htmlrtf') group.isOurs = isOn;
    else if (name === 'ansicpg' && value) this.#codepage = value;
    else if (name === 'f') group.font = value;
    else if (name === 'uc') group.spare = Math.max(0, value ?? 1);
    else if (name === 'u') this.#unicode(value ?? 0);
    else if (name === 'pard') group.isInTable = false;
    else if (name === 'intbl') group.isInTable = true;
    else if (name === 'plain') group.look = plainLook;
    else if (name === 'strike' || name === 'striked' || name === 'deleted') look({ struck: isOn });
    else if (name === 'v') look({ hidden: isOn });
    else if (name === 'cf') look({ colour: this.#colours[value ?? 0] ?? null });
    else if (name === 'fs') look({ size: (value ?? 24) / 2 });
  }

  #unicode(value: number): void {
    this.#put(String.fromCharCode(value & 0xffff));
    this.#spare = this.#group.spare;
  }
}
