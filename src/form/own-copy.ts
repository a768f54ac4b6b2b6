import { type Attributes, escapeXml } from './xml.ts';

/** What may be copied of a part: elements and attributes by their local names; all else is left behind. */
export type Allowed = { elements: ReadonlySet<string>; attributes: ReadonlySet<string> };

/** Writes known elements of somebody else's XML anew, in no namespace of theirs. */
export class Copier {
  readonly #allowed: Allowed;
  #xml = '';
  /** Depth within an element that is left behind. */
  #outside = 0;

  constructor(allowed: Allowed) {
    this.#allowed = allowed;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#outside > 0 || !this.#allowed.elements.has(name)) {
      this.#outside += 1;
      return;
    }
    this.#xml += `<${name}${attributesXml(attributes, this.#allowed.attributes)}>`;
  }

  text(text: string): void {
    if (this.#outside === 0) this.#xml += escapeXml(text);
  }

  close(name: string): void {
    if (this.#outside > 0) this.#outside -= 1;
    else this.#xml += `</${name}>`;
  }

  /** What was written so far; writes anew. */
  take(): string {
    const xml = this.#xml;
    this.#xml = '';
    return xml;
  }
}

export function attributesXml(attributes: Attributes, allowed: ReadonlySet<string>): string {
  return Object.entries(attributes)
    .filter(([name]) => allowed.has(name))
    .map(([name, value]) => ` ${name === 'space' ? 'xml:space' : name}="${escapeXml(value)}"`)
    .join('');
}
