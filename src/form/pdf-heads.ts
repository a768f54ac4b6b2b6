import { isNameLike } from './aside.ts';
import { type ColumnKind, columnKind } from './headings.ts';
import { isNamePart } from './line-reader.ts';
import type { Piece } from './pdf-words.ts';

/** Lines and rows of one sheet stand at the same height on each of its pages, to fractions of a point. */
export const near = 0.75;
export const isNear = (one: number, other: number): boolean => Math.abs(one - other) < near;
/** Whether lines of two pages stand at the same height. */
export function isOneLine([one]: readonly Piece[], [other]: readonly Piece[]): boolean {
  return one !== undefined && other !== undefined && isNear(one.middle, other.middle);
}

/** What numbers a row. */
export const numeral = /^\(?\d{1,4}\)?[.)]?$/;

/** Whether a row of words is the heading of a table that numbers people. */
export function isHeading(texts: readonly string[]): boolean {
  const kinds = texts.map(columnKind);
  return kinds.includes('number') && kinds.some((kind) => kind !== 'number' && isOfPeople(kind));
}

/** Whether these are the words of a row below a heading: they number it, or name somebody. */
export function isBelowHeading(texts: readonly string[]): boolean {
  return texts.some((text) => numeral.test(text) || (columnKind(text) === null && isNameLike(text)));
}

/** Headings, none of which says who a row is about. */
export function goesOn(texts: readonly string[]): boolean {
  const kinds = texts.map(columnKind).filter((kind) => kind !== null);
  return kinds.length > 0 && !kinds.some(isOfPeople);
}

/** Says whom a row is about. */
export function isOfPeople(kind: ColumnKind | null): boolean {
  return kind === 'number' || kind === 'addressed' || (kind !== null && isNamePart(kind));
}
