import { type CellShape, tableHtml } from './rtf-table.ts';
import { Unreadable } from './unreadable.ts';
import { escapeXml } from './xml.ts';

/** Longer letters are not read. */
const longest = 4 * 1024 * 1024;
const mostCells = 10_000;

/** How letters look: what is struck out or not seen is told apart as in any letter in HTML. */
export type Look = { struck: boolean; hidden: boolean; colour: string | null; size: number | null };

/** Writes rich text as the HTML that shows the same. */
export class RichWriter {
  #html = '';
  #line = '';
  #cells: string[] = [];
  #rows: { shapes: readonly CellShape[]; cells: readonly string[] }[] = [];
  #length = 0;
  #cellCount = 0;

  text(text: string, { struck, hidden, colour, size }: Look): void {
    const style = [
      struck ? 'text-decoration:line-through' : '',
      hidden ? 'display:none' : '',
      colour === null ? '' : `color:${colour}`,
      size === null ? '' : `font-size:${size}pt`,
    ].filter((it) => it !== '');
    const words = escapeXml(text);
    this.#add(style.length > 0 ? `<span style="${style.join(';')}">${words}</span>` : words);
  }

  line(): void {
    this.#add('<br>');
  }

  /** Ends a paragraph: within a cell it goes on below. */
  paragraph(isInTable: boolean): void {
    if (isInTable) this.line();
    else this.#endParagraph();
  }

  cell(): void {
    this.#cellCount += 1;
    if (this.#cellCount > mostCells) throw new Unreadable('rich text of too many cells');
    this.#cells.push(this.#line);
    this.#line = '';
  }

  row(shapes: readonly CellShape[]): void {
    if (this.#cells.length > 0) this.#rows.push({ shapes, cells: this.#cells });
    this.#cells = [];
  }

  html(): string {
    this.#endParagraph();
    return this.#html;
  }

  #add(html: string): void {
    this.#count(html);
    this.#line += html;
  }

  #count(html: string): void {
    this.#length += html.length;
    if (this.#length > longest) throw new Unreadable('rich text that is too long');
  }

  #endParagraph(): void {
    this.#endTable();
    this.#count('<p></p>');
    this.#html += `<p>${this.#line}</p>`;
    this.#line = '';
  }

  #endTable(): void {
    // What has cells and no end of a row is words, and no row.
    this.#line = [...this.#cells, this.#line].join('<br>');
    this.#cells = [];
    if (this.#rows.length > 0) this.#html += tableHtml(this.#rows);
    this.#rows = [];
  }
}
