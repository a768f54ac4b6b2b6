import {
  type messages,
  PGlite,
  parse,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite';

const { serialize } = protocol;

/** A statement that the session knows by a name. `answer`: the columns of its rows; null where it has none. */
type Prepared = {
  name: string;
  parameters: readonly number[];
  answer: messages.RowDescriptionMessage | null;
};

/** The most that the session is to remember: the length of a list makes another statement. */
const mostKept = 200;

/**
 * PGlite that prepares each statement at its first time and then says it at once. Left to itself it has each parsed and
 * planned anew, in six calls of the database, and copies all of its readers of values for every answer. Of the options of a
 * query it knows what drizzle asks for: `rowMode` and `parsers`.
 */
export class PreparedPGlite extends PGlite {
  readonly #prepared = new Map<string, Prepared>();

  override async query<T>(text: string, values?: unknown[], options?: QueryOptions): Promise<Results<T>> {
    await this._checkReady();
    return this._runExclusiveTransaction(() => this.#run<T>(text, values, options));
  }

  /** pg-boss looks for its jobs by this, always in the same words. */
  override async exec(text: string, options?: QueryOptions): Promise<Results[]> {
    const isOne = !text.includes(';');
    return isOne ? [await this.query(text, [], options)] : super.exec(text, options);
  }

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) =>
      work({
        ...tx,
        get closed() {
          return tx.closed;
        },
        query: (text, values, options) => this.#run(text, values, options),
      }),
    );
  }

  #run<T>(
    text: string,
    values: unknown[] = [],
    { rowMode, parsers }: QueryOptions = {},
  ): Promise<Results<T>> {
    return this.runExclusive(async () => {
      const { name, parameters, answer } = this.#prepared.get(text) ?? (await this.#prepare(text));
      const written = values.map((value, at) => this.#write(value, parameters[at] ?? 0));
      const said = await this.#say(
        serialize.bind({ statement: name, values: written }),
        serialize.execute({}),
      );
      const readers = { ...this.#readersOf(answer), ...parsers };
      const [result] = parse.parseResults(answer ? [answer, ...said] : said, readers, {
        ...(rowMode && { rowMode }),
      });
      return result as Results<T>;
    });
  }

  async #prepare(text: string): Promise<Prepared> {
    if (this.#prepared.size === mostKept) {
      await this.#say(serialize.query('deallocate all'));
      this.#prepared.clear();
    }
    const name = `s${this.#prepared.size}`;
    const said = await this.#say(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }));
    const answer = said.find((message) => message.name === 'rowDescription') ?? null;
    const prepared: Prepared = {
      name,
      parameters: parse.parseDescribeStatementResults(said),
      answer: answer as messages.RowDescriptionMessage | null,
    };
    this.#prepared.set(text, prepared);
    return prepared;
  }

  #write(value: unknown, type: number) {
    if (value === null || value === undefined) return null;
    return this.serializers[type]?.(value) ?? (value as { toString(): string }).toString();
  }

  #readersOf(answer: Prepared['answer']) {
    const types = new Set(answer?.fields.map(({ dataTypeID }) => dataTypeID));
    return Object.fromEntries(
      [...types].flatMap((type) => {
        const reader = this.parsers[type];
        return reader ? [[type, reader]] : [];
      }),
    );
  }

  /** Says it all in one call, and throws the first error that is answered. */
  #say(...parts: readonly Uint8Array[]) {
    return this.execProtocolStream(Buffer.concat([...parts, serialize.sync()]), { syncToFs: false });
  }
}
