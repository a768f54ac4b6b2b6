import { type Box, identity, type Matrix } from './pdf-shapes.ts';

/** What pdf.js knows of a font that matters for where its signs stand. */
export type Font = { fontMatrix?: readonly number[]; isType3Font?: boolean; vertical?: boolean };

/** The graphics state, as far as it decides what is seen (ISO 32000-1, 8.4 and 9.3). */
export type State = {
  ctm: Matrix;
  clip: Box;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  fill: string | null;
  stroke: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  /** Blended or masked paint hides nothing. */
  plain: boolean;
  masked: boolean;
  /** The next picture has a mask of its own. */
  cutOut: boolean;
};

/** The state in which a page and each annotation begin. */
export function startState(base: Matrix, width: number, height: number): State {
  return {
    ctm: base,
    clip: { left: 0, top: 0, right: width, bottom: height },
    font: {},
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    text: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    plain: true,
    masked: false,
    cutOut: false,
  };
}
