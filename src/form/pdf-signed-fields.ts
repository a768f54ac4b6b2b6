import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';

/** A signature field that is filled in: what stands in its signature dictionary (ISO 32000-2, table 255). */
export type SignedField = {
  /** How it was signed: its SubFilter. */
  kind: string;
  range: readonly number[];
  contents: Buffer;
  /** When, as the program that signed wrote it; null where it wrote no date. */
  date: Date | null;
};

const mostFields = 10_000;

/** The filled signature fields of a PDF. Rejects where it cannot be opened, or such a field is not what it must be. */
export async function signedFields(file: Buffer): Promise<SignedField[]> {
  const document = await PDFDocument.load(file, { updateMetadata: false, ignoreEncryption: true });
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const fields: SignedField[] = [];
  const left = entriesOf(form, 'Fields').map((field) => ({ field, type: '' }));
  const seen = new Set<PDFDict>();
  for (let next = left.pop(); next; next = left.pop()) {
    const { field, type: inherited } = next;
    if (seen.has(field)) continue;
    seen.add(field);
    if (seen.size > mostFields) throw new Error('too many fields');
    const type = field.lookupMaybe(PDFName.of('FT'), PDFName)?.decodeText() ?? inherited;
    left.push(...entriesOf(field, 'Kids').map((kid) => ({ field: kid, type })));
    const value = type === 'Sig' ? field.lookupMaybe(PDFName.of('V'), PDFDict) : undefined;
    if (value) fields.push(signedField(value));
  }
  return fields;
}

function entriesOf(dictionary: PDFDict | undefined, name: string): PDFDict[] {
  const list = dictionary?.lookupMaybe(PDFName.of(name), PDFArray);
  return list ? Array.from({ length: list.size() }, (_, index) => list.lookup(index, PDFDict)) : [];
}

function signedField(value: PDFDict): SignedField {
  const range = value.lookup(PDFName.of('ByteRange'), PDFArray);
  return {
    kind: value.lookupMaybe(PDFName.of('SubFilter'), PDFName)?.decodeText() ?? '',
    range: Array.from({ length: range.size() }, (_, index) => range.lookup(index, PDFNumber).asNumber()),
    contents: Buffer.from(value.lookup(PDFName.of('Contents'), PDFHexString).asBytes()),
    date: dateIn(value.lookupMaybe(PDFName.of('M'), PDFString, PDFHexString)?.decodeText() ?? ''),
  };
}

/** `D:20261124090000+07'00'` (ISO 32000-2, 7.9.4); without a zone it is Vietnamese time. */
function dateIn(text: string): Date | null {
  const [, year, month, day, hour, minute, second, sign, hours, minutes] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text) ?? [];
  const zone = /Z/.test(text) ? 'Z' : `${sign ?? '+'}${hours ?? '07'}:${minutes ?? '00'}`;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? null : date;
}
