import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { PDFDocument, PDFDropdown, type PDFFont, type PDFForm, PDFName, type PDFPage } from 'pdf-lib';
import { wishChoices, words } from './blank-words.ts';
import { fieldNames, rowFieldNames } from './pdf-names.ts';

/** A4 in points; the margins are those of an administrative letter (Nghị định 30/2020/NĐ-CP, phụ lục I). */
const page = { width: 595.28, height: 841.89, left: 71, right: 42.5, top: 57 };
const rowCount = 10;
const rowHeight = 29;
/** Widths of the columns; they fill the page between its margins. */
const columns = [36, 140, 140, 165.78];
const size = 13;

/** Where things are drawn, from the top down. */
type Sheet = { page: PDFPage; form: PDFForm; plain: PDFFont; bold: PDFFont };

/** The blank form of the regulation as a PDF to be filled in on screen: one A4 page, the unit's name filled in. */
export async function blankPdf(unitName: string | null): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  document.setTitle(words.title);
  document.setCreator('phieu');
  document.setProducer('phieu');
  document.setLanguage('vi-VN');
  const plain = await document.embedFont(await fontFile('400Regular/Tinos_400Regular.ttf'));
  const bold = await document.embedFont(await fontFile('700Bold/Tinos_700Bold.ttf'), { subset: true });
  const form = document.getForm();
  const sheet = {
    page: document.addPage([page.width, page.height]),
    form,
    plain,
    bold,
  };
  drawHead(sheet, unitName);
  drawFields(sheet);
  drawSignatures(sheet, drawTable(sheet) - 30);
  form.updateFieldAppearances(plain);
  offerFont(document, plain);
  shrinkWishes(form);
  return Buffer.from(await document.save({ updateFieldAppearances: false }));
}

/** Programs that fill in the fields find the font where all fields' fonts are; otherwise they take one of theirs. */
function offerFont(document: PDFDocument, font: PDFFont): void {
  const { dict } = document.getForm().acroForm;
  const fonts = document.context.obj({ [font.name]: font.ref });
  dict.set(PDFName.of('DR'), document.context.obj({ Font: fonts }));
}

/** Size 0 fits what is long into its line (ISO 32000-1, 12.7.3.3); pdf-lib's own pictures need a size before. */
function shrinkWishes(form: PDFForm): void {
  for (const field of form.getFields()) if (field instanceof PDFDropdown) field.setFontSize(0);
}

/** The fields' own font is embedded whole: whoever fills them in may need any letter. */
function fontFile(path: string): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${path}`)));
}

function centre(sheet: Sheet, text: string, middle: number, y: number, font: PDFFont, points = size): number {
  const width = font.widthOfTextAtSize(text, points);
  sheet.page.drawText(text, { x: middle - width / 2, y, font, size: points });
  return width;
}

function drawHead(sheet: Sheet, unitName: string | null): void {
  const top = page.height - page.top;
  const left = page.left + 95;
  const right = page.left + 340;
  addText(sheet, fieldNames.unit, { x: page.left, y: top - 30, width: 190, height: 46 }, 'centre');
  sheet.form.getTextField(fieldNames.unit).setText((unitName ?? '').toUpperCase());
  if (unitName === null) centre(sheet, words.unit.toUpperCase(), left, top - 44, sheet.bold, 9);
  centre(sheet, words.country, right, top, sheet.bold, 12);
  const width = centre(sheet, words.motto, right, top - 17, sheet.bold);
  line(sheet, right - width / 2, top - 21, right + width / 2, top - 21);
  centre(sheet, words.title, page.width / 2, top - 85, sheet.bold, 16);
  centre(sheet, words.to, page.width / 2, top - 110, sheet.bold);
}

const fields = [
  ['requester', 24],
  ['position', 24],
  ['phone', 24],
  ['content', 40],
] as const;

function drawFields(sheet: Sheet): void {
  let y = page.height - page.top - 150;
  for (const [name, height] of fields) {
    const label = words[name];
    sheet.page.drawText(label, { x: page.left, y, font: sheet.plain, size });
    const x = page.left + sheet.plain.widthOfTextAtSize(label, size) + 6;
    const width = page.width - page.right - x;
    const bottom = y - height + 19;
    addText(
      sheet,
      fieldNames[name],
      { x, y: bottom, width, height: height - 4 },
      name === 'content' ? 'top' : 'line',
    );
    line(sheet, x, bottom - 0.5, x + width, bottom - 0.5);
    y -= height;
  }
  sheet.page.drawText(words.list, { x: page.left, y, font: sheet.plain, size });
}

const fieldSizes = { line: size, top: size, centre: 12, cell: 11 };

type Box = { x: number; y: number; width: number; height: number };

/** `line` is one line; the others hold several, from the top or centred, or in the narrow cells of the table. */
function addText(sheet: Sheet, name: string, box: Box, kind: keyof typeof fieldSizes): void {
  const field = sheet.form.createTextField(name);
  if (kind !== 'line') field.enableMultiline();
  if (kind === 'centre') field.setAlignment(1);
  field.addToPage(sheet.page, {
    ...box,
    font: sheet.plain,
    borderWidth: 0,
    ...transparent,
  });
  field.setFontSize(fieldSizes[kind]);
}

/** Without these pdf-lib paints fields white with a black border; its types do not know that they may be absent. */
const transparent: object = {
  backgroundColor: undefined,
  borderColor: undefined,
};

function line(sheet: Sheet, x: number, y: number, toX: number, toY: number): void {
  sheet.page.drawLine({
    start: { x, y },
    end: { x: toX, y: toY },
    thickness: 0.6,
  });
}

/** Returns the table's lower edge. */
function drawTable(sheet: Sheet): number {
  const top = page.height - page.top - 290;
  const headHeight = 50;
  const edges = [page.left];
  for (const width of columns) edges.push((edges.at(-1) ?? 0) + width);
  const edge = (index: number): number => edges[index] ?? 0;
  for (const [index, heading] of words.headings.entries()) {
    const lines = wrap(heading, sheet.bold, (columns[index] ?? 0) - 8);
    for (const [order, text] of lines.entries()) {
      const y = top - headHeight / 2 + (lines.length / 2 - order) * 15 - 11;
      centre(sheet, text, (edge(index) + edge(index + 1)) / 2, y, sheet.bold, 12);
    }
  }
  const bottom = top - headHeight - rowCount * rowHeight;
  for (const x of edges) line(sheet, x, top, x, bottom);
  line(sheet, edge(0), top, edge(4), top);
  for (let row = 0; row <= rowCount; row += 1) {
    const y = top - headHeight - row * rowHeight;
    line(sheet, edge(0), y, edge(4), y);
    if (row < rowCount) drawRow(sheet, row + 1, y - rowHeight, edges);
  }
  return bottom;
}

function drawRow(sheet: Sheet, number: number, y: number, edges: readonly number[]): void {
  const box = (index: number): Box => {
    const [x = 0, right = 0] = edges.slice(index);
    return { x: x + 2, y: y + 2, width: right - x - 4, height: rowHeight - 4 };
  };
  const names = rowFieldNames(number);
  centre(sheet, String(number), ((edges[0] ?? 0) + (edges[1] ?? 0)) / 2, y + 10, sheet.plain);
  addText(sheet, names.fullName, box(1), 'cell');
  addText(sheet, names.unit, box(2), 'cell');
  const wish = sheet.form.createDropdown(names.wish);
  wish.setOptions([...wishChoices]);
  wish.enableEditing();
  // One line: no program grows what is chosen beyond a sensible size.
  const low = { ...box(3), y: y + 6, height: 17 };
  wish.addToPage(sheet.page, {
    ...low,
    font: sheet.plain,
    borderWidth: 0,
    ...transparent,
  });
  wish.setFontSize(12);
}

function wrap(text: string, font: PDFFont, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && font.widthOfTextAtSize(longer, 12) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawSignatures(sheet: Sheet, y: number): void {
  for (const [order, text] of words.head.entries())
    centre(sheet, text, page.left + 110, y - order * 16, sheet.bold);
  centre(sheet, words.writer, page.width - page.right - 110, y, sheet.bold);
}
