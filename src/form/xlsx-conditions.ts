import { type Area, parseArea } from './xlsx-area.ts';
import { type ComparedRow, comparisonOf } from './xlsx-comparison.ts';
import { type CellValue, type Look, type Sight, sightOf, underCondition } from './xlsx-sight.ts';
import { lookOf, newCondition, readCondition, type Styles } from './xlsx-styles.ts';
import { type Attributes, readXml } from './xml.ts';

/** Where cells may look otherwise than their own style says, and how: under a condition, or in a table. */
export type Painted = {
  areas: readonly Area[];
  looks: (own: Look) => readonly Look[];
  /** Where it is known: whether the condition may hold in a row and column. */
  mayHold: ((row: ComparedRow, column: number) => boolean) | null;
};

const conditional = 'worksheet/conditionalFormatting';
/** Where newer programs keep further ones, each with its look in it. */
const extended = 'worksheet/extLst/ext/conditionalFormattings/conditionalFormatting';
/** Conditions that only hold for cells without words: errors and blanks, or numbers. */
const wordless = /^(?:containsErrors|containsBlanks|colorScale|dataBar|iconSet)$/;
const wordlessFormula = /^\s*(?:ISERROR|ISERR|ISNA|ISBLANK)\s*\(\s*([A-Z]{1,3}\d{1,7})\s*\)\s*$/i;
const lower = new Set(['equal', 'lessThan', 'lessThanOrEqual', 'between']);

type Rule = { type: string; operator: string; formula: string; condition: Look | null };

/** Gathers the conditions of a sheet. */
export class ConditionReader {
  readonly #styles: Styles;
  readonly painted: Painted[] = [];
  #areas: Area[] = [];
  #rules: Rule[] = [];
  #own = newCondition();
  #words = '';

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  open(at: string, attributes: Attributes): void {
    this.#words = '';
    if (at === conditional) this.#areas = areasOf(attributes.sqref ?? '');
    if (at === `${conditional}/cfRule` || at === `${extended}/cfRule`) {
      const { type = '', operator = '', dxfId } = attributes;
      const condition = dxfId === undefined ? null : (this.#styles.conditions[Number(dxfId)] ?? null);
      this.#rules.push({ type, operator, formula: '', condition });
      this.#own = newCondition();
    }
    readCondition(this.#own, at, `${extended}/cfRule/dxf`, attributes);
  }

  text(text: string): void {
    this.#words += text;
  }

  close(at: string): void {
    const rule = this.#rules.at(-1);
    if (rule && (at === `${conditional}/cfRule/formula` || at === `${extended}/cfRule/f`))
      rule.formula = this.#words;
    if (rule && at === `${extended}/cfRule/dxf`) rule.condition = lookOf(this.#own, this.#styles.palette);
    if (at === `${extended}/sqref`) this.#areas = areasOf(this.#words);
    if (at !== conditional && at !== extended) return;
    for (const rule of this.#rules) {
      const { condition, formula } = rule;
      if (!condition || !mayHoldForWords(rule, this.#areas)) continue;
      this.painted.push({
        areas: this.#areas,
        looks: (own) => [underCondition(own, condition)],
        mayHold: rule.type === 'expression' ? comparisonOf(formula, this.#areas) : null,
      });
    }
    this.#rules = [];
    this.#areas = [];
  }
}

function areasOf(sqref: string): Area[] {
  return sqref.split(/\s+/).flatMap((ref) => parseArea(ref) ?? []);
}

function mayHoldForWords({ type, operator, formula }: Rule, [first]: readonly Area[]): boolean {
  if (wordless.test(type)) return false;
  // A formula is written as for the first cell. One that looks at another cell may hold beside any words.
  const tested = type === 'expression' ? wordlessFormula.exec(formula)?.[1] : undefined;
  const cell = tested === undefined ? null : parseArea(tested.toUpperCase());
  if (cell && cell.top === first?.top && cell.left === first.left) return false;
  // Words are more than any number.
  return !(type === 'cellIs' && lower.has(operator) && /^\s*-?[\d.]+\s*$/.test(formula));
}

/** What the style of a table (its part of the file) may make of its cells, where they have no fill of their own. */
export async function readTables(chunks: AsyncIterable<Buffer>, styles: Styles): Promise<Painted[]> {
  let area: Area | null = null;
  let name = '';
  await readXml(chunks, {
    open(at, attributes) {
      if (at === 'table') area = parseArea(attributes.ref ?? '');
      if (at === 'table/tableStyleInfo') name = attributes.name ?? '';
    },
  });
  const conditions = styles.tables.get(name)?.flatMap((place) => styles.conditions[place] ?? []);
  const usual = styles.cells[0]?.look;
  const looks = (own: Look): Look[] =>
    (conditions ?? (isLight(own) ? [ofPrograms] : [])).map((look) => ({
      ...own,
      // Letters that are nobody's choice are the table's.
      letters: own.letters === usual?.letters ? (look.letters ?? own.letters) : own.letters,
      grounds: own.grounds ?? look.grounds,
      struck: look.struck,
    }));
  return area === null ? [] : [{ areas: [area], looks, mayHold: null }];
}

/** The styles that programs bring paint some dark ground, on which letters of no colour of their own are light. */
const ofPrograms: Look = { letters: null, size: null, grounds: ['4472C4'], format: null, struck: false };

function isLight(look: Look): boolean {
  return sightOf({ ...look, size: null, grounds: null, format: null }, '') !== 'seen';
}

/** Tells the sight of cells of some look, wherever they stand among what is painted. */
export class Sights {
  readonly #painted: readonly Painted[];
  readonly #known = new Map<Look, Map<string, { sight: Sight; doubtful: readonly Painted[] }>>();

  constructor(painted: readonly Painted[]) {
    this.#painted = painted;
  }

  of(own: Look, value: CellValue, at: { row: ComparedRow; number: number; column: number }): Sight {
    const { sight, doubtful } = this.#of(own, value);
    const { row, number, column } = at;
    const isPainted = doubtful.some(
      ({ areas, mayHold }) =>
        areas.some((area) => holds(area, number, column)) && (mayHold?.(row, column) ?? true),
    );
    return isPainted ? 'unsure' : sight;
  }

  /** A look's sight where nothing else paints it, and what else may make another of it. */
  #of(own: Look, value: CellValue): { sight: Sight; doubtful: readonly Painted[] } {
    const byKind = this.#known.get(own) ?? new Map<string, { sight: Sight; doubtful: readonly Painted[] }>();
    this.#known.set(own, byKind);
    const kind = typeof value === 'string' ? 'words' : String(Math.sign(value));
    const known = byKind.get(kind);
    if (known) return known;
    const sight = sightOf(own, value);
    const doubtful = this.#painted.filter(({ looks }) =>
      looks(own).some((look) => sightOf(look, value) !== sight),
    );
    byKind.set(kind, { sight, doubtful });
    return { sight, doubtful };
  }
}

function holds({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
