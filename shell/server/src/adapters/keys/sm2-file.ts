import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Whether an institution signs its reports with SM2 and SM3 besides, by the file `sm2.txt` of the key folder: an id on
 * each line, `*` for every institution, `#` before a remark. Nobody does while there is none.
 */
export async function signsWithSm2(folder: string, institutionId: string): Promise<boolean> {
  const named = await linesOf(join(folder, "sm2.txt"));
  return named.includes("*") || named.includes(institutionId);
}

async function linesOf(path: string): Promise<readonly string[]> {
  try {
    const text = await readFile(path, "utf8");
    return text.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
