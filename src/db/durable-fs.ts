import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type EmscriptenOptions = Parameters<NodeFS['init']>[1];
/** An open file of Emscripten's NODEFS; `nfd` is Node's descriptor. */
type Stream = { nfd: number };
type Module = { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } } };

/**
 * PGlite's folder on disk, with fsync. NODEFS as shipped has no `fsync` among its stream operations, and Emscripten's
 * `fd_sync` then reports success without asking the disk, so that a power cut could take commits already answered.
 * (`fdatasync` is a stub in Emscripten itself: PostgreSQL must run with `wal_sync_method=fsync`.)
 */
export class DurableFS extends NodeFS {
  override async init(pglite: PGlite, options: EmscriptenOptions) {
    const { emscriptenOpts } = await super.init(pglite, options);
    const addSync = (module: unknown) => {
      (module as Module).NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}
