import { type Attributes, isTrue } from './xml.ts';

/** A run's own colour and size, which are not its cell's. */
export type RunLook = { colour: Attributes | null; size: string | undefined };

/** A stretch of a text with one look. One without a look of its own (`styled`) has the cell's, its strike too. */
export type Run = { text: string; struck: boolean; styled: boolean; look: RunLook };

const plainRun = { struck: false, styled: false, look: { colour: null, size: undefined } };

/** A text that looks as its cell does. */
export function asRun(text: string): Run {
  return { text, ...plainRun };
}

/** Gathers the runs of one rich text (`<t>`, `<r><rPr><strike/></rPr><t>`), of the string table or of a cell. */
export class RunReader {
  #runs: Run[] = [];

  open(at: string, attributes: Attributes): void {
    if (at === '/t' || at === '/r') this.#runs.push(asRun(''));
    const last = this.#runs.at(-1);
    if (!last || !at.startsWith('/r/rPr')) return;
    last.styled = true;
    if (at === '/r/rPr/strike') last.struck = isTrue(attributes.val ?? '1');
    if (at === '/r/rPr/color') last.look = { ...last.look, colour: attributes };
    if (at === '/r/rPr/sz') last.look = { ...last.look, size: attributes.val };
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
