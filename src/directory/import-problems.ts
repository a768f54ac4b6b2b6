/** A file that cannot be imported: nothing of it was written. `message` says in Vietnamese where and what to do. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}

/** More are counted and not told: who mends twenty lines sees the rest of the pattern. */
const mostTold = 20;

/** What is wrong with a file, collected so that it is told all at once. */
export class Problems {
  readonly #file: string;
  readonly #told: string[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `line` as an editor counts; `column` by its heading, null where the whole line is meant. */
  add(line: number, column: string | null, text: string): void {
    this.#count++;
    if (this.#told.length >= mostTold) return;
    this.#told.push(`- dòng ${line}${column === null ? '' : `, cột ${column}`}: ${text}`);
  }

  get any(): boolean {
    return this.#count > 0;
  }

  refuse(): void {
    if (!this.any) return;
    const rest = this.#count - this.#told.length;
    throw new ImportRefused(
      [
        `${this.#file}: chưa nhập được, chưa có gì được ghi. Hãy sửa những chỗ sau rồi nhập lại:`,
        ...this.#told,
        ...(rest > 0 ? [`- và ${rest} lỗi khác`] : []),
      ].join('\n'),
    );
  }
}
