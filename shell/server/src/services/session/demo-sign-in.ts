import type { Accounts } from "../../auth/accounts.ts";
import { DEMO_PASSWORD } from "../../auth/demo.ts";
import { refuse } from "../../refusals.ts";

/**
 * Signs in as a person of the demonstration cluster.
 *
 * @param origin the address the request came to, for the cookies
 * @returns the cookies of the new session
 * @throws Refusal `not-found` for anyone else, `second-factor-needed` for one who has set up an authenticator
 */
export async function demoSignIn(
  accounts: Accounts,
  personId: string,
  origin: string,
  now: Date,
): Promise<readonly string[]> {
  const person = (await accounts.demoPeople(now)).find(({ id }) => id === personId);
  if (!person) return refuse("not-found");
  const answer = await accounts.handle(
    new Request(new URL("/api/auth/sign-in/email", origin), {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ email: person.email, password: DEMO_PASSWORD }),
    }),
  );
  if (!answer.ok) refuse("wrong-credentials");
  const { token } = (await answer.json()) as { token?: unknown };
  if (typeof token !== "string") refuse("second-factor-needed");
  return answer.headers.getSetCookie();
}
