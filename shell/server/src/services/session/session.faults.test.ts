import { expect, test } from "vitest";
import type { Identified } from "../../auth/identity.ts";
import { inTransaction } from "../../store/transaction.ts";
import { breakingAt } from "../../testing/faults.ts";
import { openHouse, TEST_PASSWORD, type TestHouse } from "../../testing/house.ts";
import { actAs } from "./act-as.ts";
import { reauthenticate } from "./reauthenticate.ts";
import { redeemReauthentication } from "./redeem-reauthentication.ts";

async function signedIn({ house, signIn, bench }: TestHouse): Promise<{
  cookie: string;
  identified: Identified;
  context: ReturnType<typeof bench.as> & { sessionId: string };
}> {
  const cookie = await signIn("signatory");
  const identified = await house.accounts.identify({ cookie }, house.now());
  return { cookie, identified, context: { ...bench.as("signatory"), sessionId: identified.session!.id } };
}

test("whichever statement fails, acting for another party leaves no trace", async (t) => {
  const opened = await openHouse(t);
  const { bench, house } = opened;
  const { cookie, identified, context } = await signedIn(opened);
  const membershipId = identified.memberships[0]!.id;

  await expect(actAs(breakingAt(1, context), house.accounts, identified, membershipId)).rejects.toThrow(
    "injected fault",
  );
  expect(await bench.trail()).toEqual([]);
  await actAs(breakingAt(2, context), house.accounts, identified, membershipId);
  expect(await bench.trail()).toHaveLength(1);
  expect((await house.accounts.identify({ cookie }, house.now())).actor.membershipId).toBe(membershipId);
});

test("whichever statement fails, no proof of presence is left behind", async (t) => {
  const opened = await openHouse(t);
  const { bench, house } = opened;
  const { cookie, identified, context } = await signedIn(opened);
  const proof = { cookie, password: TEST_PASSWORD, code: null };

  for (let n = 1; n <= 2; n++) {
    await expect(reauthenticate(breakingAt(n, context), house.accounts, identified, proof)).rejects.toThrow(
      "injected fault",
    );
    expect(await bench.trail(), `after a fault in statement ${n}`).toEqual([]);
  }
  const { token } = await reauthenticate(breakingAt(3, context), house.accounts, identified, proof);
  expect((await bench.trail()).map(({ action }) => action)).toEqual(["session.reauthenticate"]);

  const broken = breakingAt(1, context);
  await expect(inTransaction(broken, (tx) => redeemReauthentication(tx, broken, token))).rejects.toThrow(
    "injected fault",
  );
  await inTransaction(context, (tx) => redeemReauthentication(tx, context, token));
});
