import { blocks, type HtmlListener, silent } from './html.ts';

/** Browsers keep no deeper nesting; the parser's time grows with it. */
const deepest = 512;
/** Columns to which lines are broken, as programs that write plain letters do. */
const width = 80;

const mark = '-'.repeat(40);

type Open = { name: string; silent: boolean; quoted: boolean; kept: boolean };

/**
 * Writes the words of a letter in HTML as a plain letter would have them: a line a block, long ones wrapped, quoted ones after `>`,
 * rules as dashes, cells each on a line. Where it is nested beyond all bounds it is `isDone` before its end, and the text ends there.
 */
export class TextWriter implements HtmlListener {
  #open: Open[] = [{ name: '', silent: false, quoted: false, kept: false }];
  #line = '';
  #lines: string[] = [];

  get isDone(): boolean {
    return this.#open.length > deepest;
  }

  get #place(): Open {
    return this.#open.at(-1) as Open;
  }

  open(name: string): void {
    if (this.isDone) return;
    const { silent: isSilent, quoted, kept } = this.#place;
    if (name === 'br' || blocks.has(name)) this.#break();
    this.#open.push({
      name,
      // A head that is left open ends where the body begins.
      silent: name !== 'body' && (isSilent || silent.has(name)),
      quoted: quoted || name === 'blockquote',
      kept: kept || name === 'pre',
    });
    if (name === 'hr' && !isSilent) this.#put(mark);
  }

  close(): void {
    if (this.isDone) return;
    if (blocks.has(this.#place.name)) this.#break();
    this.#open.pop();
  }

  text(text: string): void {
    const { silent: isSilent, kept } = this.#place;
    if (isSilent || this.isDone) return;
    const [first = '', ...others] = kept ? text.split(/\r\n?|\n/) : [text];
    this.#line += first.replace(/[ \t\r\n\f\u200b]+/g, ' ');
    for (const other of others) {
      this.#break();
      this.#line = other;
    }
  }

  lines(): string {
    this.#break();
    return this.#lines.join('\n');
  }

  #break(): void {
    const words = this.#line.split(' ').filter(Boolean);
    this.#line = '';
    let line = '';
    for (const word of words) {
      if (line !== '' && line.length + 1 + word.length > width) {
        this.#put(line);
        line = '';
      }
      line += line === '' ? word : ` ${word}`;
    }
    if (line !== '') this.#put(line);
  }

  #put(line: string): void {
    this.#lines.push(this.#place.quoted ? `> ${line}` : line);
  }
}
