import { Unreadable } from './unreadable.ts';
import { type Attributes, readXml } from './xml.ts';

/** What matters of a document's XML: elements by local name, without all that says nothing of words and tables. */
export type Node = {
  readonly name: string;
  readonly at: Attributes;
  readonly children: readonly Node[];
  /** Of `t` and `delText` alone. */
  readonly text: string;
};

type Growing = Omit<Node, 'children' | 'text'> & { children: Growing[]; text: string };

/** 5,000 people in ten columns make a third of it. */
const mostNodes = 1_000_000;

/** Elements that are kept. All others only hold these, as `ins`, `sdt`, `hyperlink` and `smartTag` do. */
const kept = new Set(
  (
    'p pPr pStyle numPr ilvl numId rPr r rStyle strike dstrike vanish color sz shd rFonts t delText tab ptab br cr ' +
    'noBreakHyphen softHyphen sym tbl tblPr tblStyle tblGrid gridCol tr trPr tc tcPr gridSpan vMerge hMerge gridBefore hidden ' +
    'trHeight cellDel del moveFrom fldChar checkBox checked default ddList result listEntry txbxContent textpath ' +
    'commentRangeStart commentRangeEnd commentReference footnoteReference endnoteReference comment footnote endnote ' +
    'prstGeom custGeom line highlight style basedOn num abstractNum abstractNumId lvl start numFmt lvlText'
  ).split(' '),
);
/** What was before a change, what a control offers, and what is not shown as text. */
const dropped = new Set(
  (
    'pPrChange rPrChange tblPrChange tblPrExChange tcPrChange trPrChange sectPrChange numberingChange tblGridChange ' +
    'sdtEndPr sectPr tabs instrText delInstrText fldData rt binData lvlOverride'
  ).split(' '),
);

/** One open element: where kept ones below it go, and whether it and its words are left out. */
type Open = { node: Growing; quiet: boolean; off: boolean; chosen: boolean; placeholder: boolean };

/** Reads a part as a tree below one root. Throws Unreadable where it is out of all bounds or holds other documents. */
export async function readTree(chunks: AsyncIterable<Buffer>): Promise<Node> {
  const root: Growing = { name: '', at: {}, children: [], text: '' };
  const open: Open[] = [{ node: root, quiet: false, off: false, chosen: false, placeholder: false }];
  let count = 0;
  await readXml(chunks, {
    open(path, at) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const above = open.at(-1);
      if (!above) return;
      if (name === 'altChunk' || name === 'subDoc') throw new Unreadable('another document within');
      const entry = { ...above, chosen: false, placeholder: false };
      entry.off ||= dropped.has(name) || isOtherChoice(above, name) || name === 'sdtPr';
      if (name === 'Choice') above.chosen = true;
      // The words that a control shows until somebody fills it in are nobody's.
      const control = open.at(-2);
      if (name === 'showingPlcHdr' && control && at.val !== '0' && at.val !== 'false')
        control.placeholder = true;
      if (name === 'sdtContent' && above.placeholder) entry.quiet = true;
      if (kept.has(name) && !entry.off) {
        count += 1;
        if (count > mostNodes) throw new Unreadable('a document of too many parts');
        const node = { name, at, children: [], text: '' };
        above.node.children.push(node);
        entry.node = node;
      }
      open.push(entry);
    },
    text(path, text) {
      const { node, off, quiet } = open.at(-1) ?? {};
      if (node && !off && !quiet && /\/(?:t|delText)$/.test(path)) node.text += text;
    },
    close() {
      open.pop();
    },
  });
  return root;
}

/** Of what a document offers for newer and older programs, only the first is shown (ECMA-376 part 3, 7.6). */
function isOtherChoice(above: Open, name: string): boolean {
  return above.chosen && (name === 'Choice' || name === 'Fallback');
}

export function child({ children }: Node, name: string): Node | undefined {
  return children.find((node) => node.name === name);
}

/** `w:val` of a child; undefined where there is no such child, '' where it says nothing. */
export function wordOf(node: Node | undefined, name: string): string | undefined {
  const found = node && child(node, name);
  return found && (found.at.val ?? '');
}

/** A switch such as `<w:strike/>`; null where nothing is said. */
export function switchOf(node: Node | undefined, name: string): boolean | null {
  const value = wordOf(node, name);
  return value === undefined ? null : !/^(?:0|false|off)$/.test(value);
}
