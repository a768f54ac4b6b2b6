import { type Attributes, escapeXml, isTrue } from './xml.ts';

/** Gathers the runs of one rich text (`<t>`, `<r><rPr><strike/></rPr><t>`), of the string table or of a cell. */
export class RunWriter {
  #runs: { text: string; struck: boolean; styled: boolean }[] = [];

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

  /** The `<si>` of what was gathered; gathers anew. */
  take(): string {
    const runs = this.#runs;
    this.#runs = [];
    // A run with a style of its own does not take the cell's strike.
    const inner = runs.some((run) => run.styled)
      ? runs.map(({ text, ...run }) => `<r>${runStyle(run)}${textXml(text)}</r>`).join('')
      : textXml(runs.map((run) => run.text).join(''));
    return `<si>${inner}</si>`;
  }
}

function runStyle({ struck, styled }: { struck: boolean; styled: boolean }): string {
  return styled ? `<rPr>${struck ? '<strike/>' : ''}<family val="1"/></rPr>` : '';
}

function textXml(text: string): string {
  // _x000D_ is how this format writes characters that XML cannot (ECMA-376 22.9.2.19).
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are not allowed in XML
  const legal = plain.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
  return `<t xml:space="preserve">${escapeXml(legal)}</t>`;
}
