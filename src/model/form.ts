/** The codes in which Vietnamese was written before Unicode: Latin letters and signs, which their fonts draw otherwise. */
export type LegacyEncoding = 'TCVN3' | 'VNI';

/** The program or way by which a form was read. */
export type FormSource =
  | 'xlsx'
  | 'pdf-fields'
  | 'pdf-text'
  | 'pdf-scan'
  | 'docx'
  | 'body'
  | 'xls'
  | 'doc'
  | 'ods'
  | 'odt';

/** Words of a form (NFC, trimmed, never empty) and where they stood: `Sheet1!C7`, `trang 2 dòng 4`. */
export type Placed = { text: string; where: string };

/** The columns of the regulation's table and the further ones that offices add. */
export type Column =
  | 'number'
  | 'fullName'
  | 'unit'
  | 'wish'
  | 'position'
  | 'phone'
  | 'address'
  | 'newAddress'
  | 'note';

/** A cell under a heading that the form does not know; its text is `''` where it is blank and other rows' are not. */
export type OtherCell = Placed & { heading: string };

export type FormRow = {
  /** STT as an integer, counted on from the row before where it is missing or no number. */
  number: number;
  /** That of its own sheet or table, where those of another stand before it and its numbers begin again. */
  written?: number;
  /** The place of the whole row, such as `Sheet1!A12:D12`. */
  where: string;
  fullName: Placed | null;
  unit: Placed | null;
  /** The unit that the title of its group names, where the row has words for its unit, too. */
  unitGroup?: Placed;
  /** The title of its group, where the row's wish is its own and the title no unit: it may say from when. */
  groupTitle?: Placed;
  /** The heading of its wish, where that names a year: it may say from when, too. */
  wishHeading?: Placed;
  /** Where in its unit somebody works, and other words for that unit, in columns beside that of the unit. */
  division?: Placed;
  /** The unit that a column names as the former one; it is `unit`, too, where no other column has any. */
  formerUnit?: Placed;
  wish: Placed | null;
  position: Placed | null;
  phone: Placed | null;
  /** A mailbox that the row names, as written. */
  address: Placed | null;
  /** The new address or login that the row asks for, as written. */
  newAddress: Placed | null;
  note: Placed | null;
  /** Words set beside the row and in none of its cells: comments, footnotes, notes of a reader of the file; absent where there are none. */
  remarks?: readonly Placed[];
  /** What stands under headings that the form does not know; absent where there is no such column. */
  others?: readonly OtherCell[];
  /** Something is drawn over it. */
  crossed?: true;
  /** It stands outside the area that its sheet prints, and others of its table within. */
  unprinted?: true;
  /** The title of its table or group, where that says that nothing is to be done: `Danh sách hộp thư đã cấp`. */
  caution?: Placed;
  /** Its wish is that of the title of its table, which has no column for it. */
  titled?: true;
  /** What became of the row, as a form says that we returned; only such forms have it. */
  result?: Placed;
};

/** A row that stands in the file but was not meant to be read: it is told to the office and never applied. */
export type SkippedRow = {
  where: string;
  /**
   * `hidden`: the program that made it does not show it. `faint`: its words, or some that matter, are shown, but nearly in the colour
   * of their ground, too small, or in other ways not surely seen. `outside`: on a sheet of people that
   * belongs to no form.
   */
  why: 'hidden' | 'filtered' | 'struck' | 'deleted' | 'faint' | 'outside';
  text: string;
};

/**
 * What a form that comes back says of one row: `result` in the column `Kết quả`, `told` in `Lý do`; both are our own words,
 * inert.
 */
export type RowResult = { outcome: 'done' | 'refused' | 'waiting'; result: string; told: string };

/**
 * What became of a digital signature: `valid`; `unjudged` it holds, but no trust roots are configured; `unsupported` its kind
 * or a key or hash too weak to prove anything; `malformed`; `uncovered` it leaves out more of the file than itself;
 * `altered` the signed bytes are others; `extended` something was added that nobody signed; `undated`; `expired` the
 * certificate was not valid on the day of signing; `untrusted` it leads to none of the trust roots.
 */
export type SignatureVerdict =
  | 'valid'
  | 'unjudged'
  | 'unsupported'
  | 'malformed'
  | 'uncovered'
  | 'altered'
  | 'extended'
  | 'undated'
  | 'expired'
  | 'untrusted';

/** A digital signature in a PDF. It says something about the file, and nothing about who sent it. */
export type Signature = {
  /** File name of the PDF. */
  attachment: string;
  /** The name in the certificate, NFC, one line; who it is, only a `valid` one tells. Null where there is none. */
  signer: string | null;
  /** When, as the signature itself says, ISO 8601; null where it does not. */
  signedAt: string | null;
  verdict: SignatureVerdict;
  /** More was added to the file after it, and signed by the next signature. */
  extended: boolean;
};

/** One form as the office filled it. */
export type Form = {
  source: FormSource;
  /** File name of the attachment; null for a form in the letter's body. */
  attachment: string | null;
  unit: Placed | null;
  requester: Placed | null;
  position: Placed | null;
  phone: Placed | null;
  content: Placed | null;
  rows: readonly FormRow[];
  skipped: readonly SkippedRow[];
  /** Headings that nobody understood, of a table whose rows could not be read for it; absent where there are none. */
  strangeHeadings?: readonly Placed[];
  /** What stands outside the table and is no field: it may speak of the rows. Absent where it was not looked for. */
  remarks?: readonly Placed[];
  /** The old codes that the file's words were in; absent where all was in Unicode. */
  convertedFrom?: readonly LegacyEncoding[];
  /** Of the PDF that it was read from, and of PDFs that were copies of it; absent where none is signed. */
  signatures?: readonly Signature[];
};

/** An attachment that could have been a form and could not be read as one. */
export type FormProblem = {
  code:
    | 'form-unreadable'
    | 'form-unsupported-type'
    | 'form-too-large'
    | 'form-incomplete'
    | 'form-scanned'
    | 'forms-disagree'
    | 'secrecy-mark';
  attachment: string;
  /** For the log and staff, in English: what broke. */
  detail: string;
  /** Of `forms-disagree`: what each copy says at the first place where they differ, as the forms have it. */
  difference?: string;
  /** Of a `secrecy-mark` in an attachment: how that was read before the mark was seen. */
  source?: FormSource;
};

/** What a scan has in the place of a row's wish, in other words; `problem` tells both, should they ask different things. */
export type ScannedWish = { row: FormRow; wish: Placed; problem: FormProblem };

/** What the reader, in its own process, made of a letter. */
export type Reading = {
  /** The letter's own words as plain text (from HTML where there is nothing else), NFC, at most 20,000 characters. */
  text: string;
  /** Its subject, but for that of an answer to ours; absent where it has none. */
  subject?: string;
  forms: readonly Form[];
  problems: readonly FormProblem[];
  /** Its own words go on beyond what was read of them. Absent where they do not. */
  cut?: true;
  /** Its words as its other alternative has them, in HTML or plain; absent where it has one. */
  alternative?: string;
  /** What files beside the forms say, such as a covering letter; absent where there are none. */
  covering?: readonly Placed[];
  /** Absent where no scan came beside a form, or all its wishes are in the same words. */
  scannedWishes?: readonly ScannedWish[];
};
