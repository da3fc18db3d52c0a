import { readEntryBundle, TILE_WIDTH, tilePath } from "@quanheng/formats/log/tile.ts";

/** Reads a log by its files, like every monitor; nothing of the platform is trusted. */
export type LogReader = {
  /** The signed checkpoint; null for a log without entries. */
  checkpoint(): Promise<string | null>;
  /** The bytes of the entries of a size, in their order. */
  entries(size: number): AsyncIterable<readonly Uint8Array[]>;
  /** The leaf hashes that the log serves for a bundle. */
  leafTile(tile: number, width: number): Promise<Uint8Array>;
};

/** A file of a log by its path; null where the log does not serve it. */
export type GetLogFile = (path: string) => Promise<Uint8Array | null>;

/** The files of the log of a running platform. */
export function logFiles(address: string): GetLogFile {
  return async (path) => {
    const response = await fetch(`${address}/log/${path}`);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${response.status} from ${address}/log/${path}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** @param address of the platform, e.g. `http://127.0.0.1:8088` */
export function httpLog(address: string): LogReader {
  const get = logFiles(address);
  const needed = async (path: string) => {
    const bytes = await get(path);
    if (bytes === null) throw new Error(`the log does not serve ${path}`);
    return bytes;
  };
  return {
    async checkpoint() {
      const bytes = await get("checkpoint");
      return bytes && new TextDecoder().decode(bytes);
    },
    async *entries(size) {
      for (let first = 0; first < size; first += TILE_WIDTH) {
        const width = Math.min(TILE_WIDTH, size - first);
        yield readEntryBundle(await needed(tilePath({ level: "entries", tile: first / TILE_WIDTH, width })));
      }
    },
    leafTile: (tile, width) => needed(tilePath({ level: 0, tile, width })),
  };
}
