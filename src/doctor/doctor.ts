import { type Config, ConfigError, readConfig } from '../config.ts';
import { type Area, type Checked, tell, within } from './checked.ts';

export { type Checked, exitStatus } from './checked.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Longer than every wait inside a check. */
const patience = 25_000;

/**
 * Looks at everything that phieu needs, all areas side by side, and tells each as soon as those before it are told.
 * Nothing is changed and nothing is sent. Where the configuration is wrong, only what does not hang on it is looked at.
 */
export async function* examine(env: Environment, now: Date): AsyncGenerator<Checked> {
  const { config, wrong } = readSettings(env);
  yield* wrong;
  const areas = config === null ? [lookAtMachine(null)] : lookAtAll(config, now);
  for (const area of areas) yield* await area;
}

/** The checked configuration, or every variable that is wrong. */
function readSettings(env: Environment): { config: Config | null; wrong: Checked[] } {
  const { ok, fail } = tell('Cấu hình');
  const left = { ...env };
  const wrong: Checked[] = [];
  for (;;) {
    try {
      const config = readConfig(left);
      return wrong.length > 0
        ? { config: null, wrong }
        : {
            config,
            wrong: [ok(`đọc được${config.dryRun ? '; DRY_RUN đang bật: không thay đổi, không gửi gì' : ''}`)],
          };
    } catch (error) {
      const name = error instanceof ConfigError ? /^([A-Z_]+): /.exec(error.message)?.[1] : undefined;
      if (!(error instanceof ConfigError) || name === undefined || left[name] === undefined) throw error;
      const [text = '', ...mend] = error.message.split('. ');
      wrong.push(fail('configuration', text, mend.join('. ')));
      // Without it the next wrong one shows.
      left[name] = undefined;
    }
  }
}

function lookAtAll(config: Config, now: Date): Promise<Checked[]>[] {
  const database = import('./database.ts').then(({ lookIntoDatabase }) => lookIntoDatabase(config, now));
  // Whoever waits for it hears of its failure.
  database.catch(() => {});
  const letters = database.then((known) => known.letters).catch(() => []);
  const look = (area: Area, work: () => Promise<Checked[]>) => within(area, patience, work);
  return [
    lookAtMachine(config),
    look('Chữ ký số', async () => (await import('./roots.ts')).checkRoots(config, now)),
    look('Cơ sở dữ liệu', async () => (await database).checks),
    look('Người gửi', async () => (await import('./senders.ts')).checkSenders(config, await letters)),
    look('IMAP', async () => (await import('./imap.ts')).checkImap(config.imapUrl, now)),
    look('SMTP', async () => (await import('./smtp.ts')).checkSmtp(config, now)),
    look('DNS', async () => {
      return (await import('./dns.ts')).checkDns(config, letters);
    }),
  ];
}

const lookAtMachine = (config: Config | null): Promise<Checked[]> =>
  within('Máy', 45_000, async () => (await import('./machine.ts')).checkMachine(config));
