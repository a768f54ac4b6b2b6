/** A larger picture (A4 at 600 dpi) is refused before it is unpacked. */
export const mostPixels = 40_000_000;

/**
 * How pdf.js opens a file of anybody's, for its words as for its pictures: no font is drawn, no file or address is opened, and what it
 * decodes stays in this process and in bounds.
 */
export const sealed = {
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: mostPixels,
  enableXfa: false,
} as const;
