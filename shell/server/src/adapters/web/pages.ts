import { builtPages } from "./build.ts";
import { type PageFile, readPageFiles } from "./page-files.ts";

/** The pages of the platform, which may still be in the making when the first reader comes. */
export type Pages = {
  state(): "preparing" | "ready" | "failed";
  /** Settles when they are ready or have failed; never throws. */
  readonly settled: Promise<void>;
  /** A file by its path, or undefined when there is none or the pages are not ready. */
  file(path: string): PageFile | undefined;
};

/**
 * Prepares the pages in the background.
 *
 * @param report is told why they failed
 */
export function openPages(root: string, report: (error: unknown) => void): Pages {
  let files: ReadonlyMap<string, PageFile> | null = null;
  let state: ReturnType<Pages["state"]> = "preparing";
  const prepare = async () => {
    try {
      files = await readPageFiles(await builtPages(root));
      state = "ready";
    } catch (error) {
      state = "failed";
      report(error);
    }
  };
  return { state: () => state, settled: prepare(), file: (path) => files?.get(path) };
}

/** A platform without pages: its API alone, for tests and for a front end that is served elsewhere. */
export function noPages(): Pages {
  return { state: () => "failed", settled: Promise.resolve(), file: () => undefined };
}
