import { SaxesParser } from 'saxes';
import { Unreadable } from './unreadable.ts';

const maxDepth = 64;

/** Attributes by local name: `r:id` is found under `id`. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * What is told of an XML part: `path` is the local names from the root, such as `worksheet/sheetData/row`,
 * so that prefixes never matter.
 */
export type XmlListener = {
  open?(path: string, attributes: Attributes): void;
  text?(path: string, text: string): void;
  close?(path: string): void;
};

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Record<string, string>): Attributes {
  // saxes gives an object without a prototype: nothing but attributes is ever found in it.
  if (!Object.keys(attributes).some((name) => name.includes(':'))) return attributes;
  const plain: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) plain[local(name)] ??= value;
  return plain;
}

/** Text between tags, and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** `1`, `true` and `on` as attributes of this format say yes (ECMA-376, xsd:boolean). */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/**
 * Reads an XML part as it is unpacked. Throws Unreadable where it is not well-formed, has a document type
 * (entities grow without bound) or is nested beyond reason.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser();
  const paths: string[] = [''];
  const here = (): string => paths.at(-1) ?? '';
  parser.on('error', (error) => {
    throw new Unreadable(`XML: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new Unreadable('XML with a document type');
  });
  parser.on('opentag', (tag) => {
    if (paths.length > maxDepth) throw new Unreadable('XML nested too deeply');
    paths.push(paths.length === 1 ? local(tag.name) : `${here()}/${local(tag.name)}`);
    listener.open?.(here(), localAttributes(tag.attributes));
  });
  const tell = (text: string): void => listener.text?.(here(), text);
  parser.on('text', tell);
  parser.on('cdata', tell);
  parser.on('closetag', () => {
    listener.close?.(here());
    paths.pop();
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.close();
}
