import { getStatement, getTrust } from "@quanheng/contract/routes/attestation.ts";
import type { NamedFile } from "@quanheng/formats/verify/gather.ts";
import type { TrustBundle } from "@quanheng/formats/verify/trust.ts";
import type { ReportVerification } from "@quanheng/formats/verify/verify-report.ts";
import { useMemo, useState } from "react";
import { useCall } from "../../api/use-call.ts";
import { believedNumber, examine, type RegisterAnswer, trustOf } from "./examine.ts";
import { type Handed, type HandedProblem, handInAll, NOTHING_HANDED, withoutTrust } from "./handed.ts";

export type RegisterState = "not-asked" | "asking" | "answered" | "unknown" | "not-reached";

/** What the verification of a handed-in file rests on, and what it found. */
export type Verification = {
  readonly handed: Handed;
  readonly problem: { readonly key: HandedProblem | "verify.file.unreadable"; readonly name: string } | null;
  readonly busy: string | null;
  readonly found: ReportVerification | null;
  readonly register: RegisterAnswer | undefined;
  readonly registerState: RegisterState;
  /** Instant at which the trust bundle in use was made; null where there is none. */
  readonly trustMadeAt: string | null;
  readonly take: (files: readonly File[]) => void;
  readonly dropTrust: () => void;
  readonly again: () => void;
};

/**
 * Verifies in the browser: the trust bundle comes with the page, the file stays on the device. Only the number of a
 * document that holds is asked of the register, for its newest status.
 */
export function useVerification(): Verification {
  const [given, setGiven] = useState({ handed: NOTHING_HANDED, at: "" });
  const [problem, setProblem] = useState<Verification["problem"]>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const platform = useCall(getTrust, {});
  const { handed, at } = given;
  const bundle = handed.trust?.bundle ?? platform.data;
  const seen = useSeenLists(platform.data);
  const trust = useMemo(() => trustOf(bundle, seen), [bundle, seen]);
  const ready = handed.name !== null && (bundle !== undefined || platform.isError);

  const alone = useMemo(() => (ready ? examine(handed, trust, at) : null), [ready, handed, trust, at]);
  const number = useMemo(() => (alone ? believedNumber(alone, handed, trust) : null), [alone, handed, trust]);
  const asked = useCall(getStatement, { params: { needle: number ?? "" } }, { enabled: number !== null });
  const register = useMemo(
    () => (number !== null && asked.data ? { statement: asked.data, at: instant(asked.dataUpdatedAt) } : undefined),
    [number, asked.data, asked.dataUpdatedAt],
  );
  // With a reader's own trust the document may be of another house, whose register is not asked here.
  const unregistered = number !== null && asked.error?.status === 404 && !handed.trust;
  const found = useMemo(() => {
    if (!alone) return null;
    if (register) return examine(handed, trust, register.at, register);
    return unregistered ? examine(handed, trust, at, "unknown") : alone;
  }, [alone, register, unregistered, handed, trust, at]);

  const take = async (files: readonly File[]) => {
    const name = files.map((file) => file.name).join(", ");
    setBusy(name);
    try {
      const next = handInAll(handed, await Promise.all(files.map(contentOf)));
      if (typeof next === "string") return setProblem({ key: next, name });
      setProblem(null);
      setGiven({ handed: next, at: instant(Date.now()) });
    } catch {
      // The browser could not read it: moved or removed since it was chosen.
      setProblem({ key: "verify.file.unreadable", name });
    } finally {
      setBusy(null);
    }
  };

  return {
    handed,
    problem,
    busy,
    found,
    register,
    registerState: number === null ? "not-asked" : stateOf(asked, register !== undefined),
    trustMadeAt: bundle?.madeAt ?? null,
    take: (files) => void take(files),
    dropTrust: () => setGiven({ ...given, handed: withoutTrust(handed) }),
    again: () => {
      setProblem(null);
      setGiven({ handed: handed.trust ? { name: null, trust: handed.trust } : NOTHING_HANDED, at: "" });
    },
  };
}

/** The status lists of the platform as they were before and are now: a refresh cannot bring an older one back. */
function useSeenLists(platform: TrustBundle | undefined): readonly TrustBundle["statusLists"][] {
  const [seen, setSeen] = useState<readonly TrustBundle["statusLists"][]>([]);
  const newest = platform?.statusLists;
  if (newest && seen.at(-1) !== newest) setSeen([...seen, newest]);
  return seen;
}

async function contentOf(file: File): Promise<NamedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function stateOf(asked: { readonly error: { readonly status: number } | null }, answered: boolean): RegisterState {
  if (answered) return "answered";
  if (!asked.error) return "asking";
  return asked.error.status === 404 ? "unknown" : "not-reached";
}

const instant = (ms: number): string => new Date(ms).toISOString();
