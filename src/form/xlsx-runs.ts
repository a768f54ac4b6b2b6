import { type Attributes, isTrue } from './xml.ts';

/** A stretch of a text with one look. One without a look of its own (`styled`) has the cell's, its strike too. */
export type Run = { text: string; struck: boolean; styled: boolean };

/** Gathers the runs of one rich text (`<t>`, `<r><rPr><strike/></rPr><t>`), of the string table or of a cell. */
export class RunReader {
  #runs: Run[] = [];

  open(at: string, attributes: Attributes): void {
    if (at === '/t' || at === '/r') this.#runs.push({ text: '', struck: false, styled: false });
    const last = this.#runs.at(-1);
    if (at === '/r/rPr' && last) last.styled = true;
    if (at === '/r/rPr/strike' && last) last.struck = isTrue(attributes.val ?? '1');
  }

  text(at: string, text: string): void {
    const last = this.#runs.at(-1);
    if ((at === '/t' || at === '/r/t') && last) last.text += text;
  }

  /** The runs that were gathered; gathers anew. */
  take(): Run[] {
    const runs = this.#runs.map((run) => ({ ...run, text: decoded(run.text) }));
    this.#runs = [];
    return runs;
  }
}

/** A text with the characters that this format writes as `_x000D_` (ECMA-376 22.9.2.19). */
export function decoded(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
