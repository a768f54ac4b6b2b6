/** Code pages of the charsets of fonts (Rich Text Format 1.9.1, "Font Table"). */
export const codepages: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** What is no word of the letter. */
export const silent = new Set(
  'stylesheet info pict filetbl listtable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles fldinst nonshppict sp xe tc tcn xmlnstbl object'.split(
    ' ',
  ),
);
/** Of what older programs are to pass over, these hold words that are seen. */
export const seen = new Set(['shpinst', 'shptxt', 'htmltag']);

/** Signs that have a name. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  enspace: ' ',
  emspace: ' ',
  qmspace: ' ',
};
/** Signs behind a stroke. */
export const symbols: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
