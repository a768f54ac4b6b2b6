import { pino } from 'pino';
import { escaped } from './text/escaped.ts';

/** One event for the log; `detail` never holds passwords or the words of letters. */
export type Log = (event: string, detail?: Record<string, unknown>) => void;

/**
 * JSON lines on standard error; standard output belongs to the answer of a command. `info` is for what runs unattended:
 * who types a command sees its answer, and only what went wrong besides.
 */
export const openLog = (level: 'info' | 'error'): { info: Log; error: Log } => {
  const out = pino.destination({ fd: 2, sync: true });
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => void out.write(escaped(line)) },
  );
  return {
    info: (event, detail = {}) => logger.info(detail, event),
    error: (event, detail = {}) => logger.error(detail, event),
  };
};
