import { describe, expect, test } from 'vitest';
import { lookOf, sheetOf, startLook } from '../../src/form/body-style.ts';

/** A megabyte takes some tenths of a second; what is looked through again from each place would take minutes. */
const megabyte = (words: string): string => words.repeat(Math.ceil(2 ** 20 / words.length));
const longest = 5000;

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('a megabyte of it costs no more than its length', () => {
  test.each([
    ['styles that are opened', '', '<style>'],
    ['styles that are not quite closed', '<style>', 'a{}</style '],
    ['comments that are opened', '<style>', '/*'],
    ['media that are opened', '<style>', '@media x{'],
    ['rules in media that are not closed', '<style>@media x{', 'a{}'],
    ['braces that are not closed', '<style>@media ', ' {a{}'],
    ['rules', '<style>', 'a{color:red}'],
    ['selectors', '<style>', 'a,{color:red}'],
    ['spaces in a tag', '<style', ' '],
  ])('in a style sheet: %s', (_, head, more) => {
    const html = head + megabyte(more);
    expect(timeOf(() => sheetOf(html))).toBeLessThan(longest);
  });

  test.each([
    ['functions', 'color:', 'rgb('],
    ['parts of a colour', 'color:rgb(', '1 '],
    ['sizes', 'font:', ' 1'],
    ['properties', '', 'color:'],
    ['properties with spaces', '', ' color :'],
    ['spaces', 'color', ' '],
    ['spaces before what is important', 'color:!', ' '],
    ['backslashes', '', '\\'],
    ['quotation marks', '\\', '"'],
  ])('in the declarations of an element: %s', (_, head, more) => {
    const style = head + megabyte(more);
    expect(timeOf(() => lookOf('p', { style }, startLook, new Map()))).toBeLessThan(longest);
  });
});
