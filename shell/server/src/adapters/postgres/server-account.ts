import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The user the database server runs as when the platform itself runs as root, which PostgreSQL refuses for good reason. */
export type ServerAccount = {
  readonly uid: number;
  readonly gid: number;
  /** A user with a name, which only the making of a new database needs; it owns nothing afterwards. */
  readonly named: { readonly uid: number; readonly gid: number };
};

/** A number that no distribution hands out to people or services, so that nobody else can be this user. */
const UNLISTED = 61_083;

/**
 * Chooses the server's user; null means: as the user who runs the platform.
 *
 * A user named `quanheng` is taken where the machine has one; otherwise a number without a name, which needs no useradd.
 */
export function serverAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const users = parseUsers(readFileSync("/etc/passwd", "utf8"));
  const own = users.find(({ name }) => name === "quanheng");
  if (own) return { ...own, named: own };
  const named = users.find(({ name }) => name === "nobody") ?? users.find(({ uid }) => uid !== 0);
  return { uid: UNLISTED, gid: UNLISTED, named: named ?? { uid: UNLISTED, gid: UNLISTED } };
}

/** Whether the user can pass through every folder on the way to the path (an access list is not looked at). */
export function canReach(path: string, { uid, gid }: { uid: number; gid: number }): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const passes = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
    if (!passes) return false;
    if (folder === dirname(folder)) return true;
  }
}

type User = { readonly name: string; readonly uid: number; readonly gid: number };

function parseUsers(text: string): readonly User[] {
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
