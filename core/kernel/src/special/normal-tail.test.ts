import { test } from "vitest";
import { normalCdf } from "../distributions.ts";
import { near } from "../testing/agree.ts";
import { normalTail } from "./normal-tail.ts";

// JCGM 100:2008, table G.1 and mpmath: Q(1.96) = 0.0249978951482204, Q(5) = 2.86651571879194e-7, Q(30) = 4.90671392714819e-198.
test("the fast normal tail is that of the tables", () => {
  near(normalTail(1.96), 0.0249978951482204, 2e-14);
  near(normalTail(5), 2.86651571879194e-7, 2e-14);
  near(normalTail(30), 4.90671392714819e-198, 1e-13);
});

test("and that of the exact function everywhere, on both sides of where its pieces meet", () => {
  for (let z = -8; z <= 8; z += 0.01) near(normalTail(z), normalCdf(-z), 2e-14);
  for (const edge of [0.46875, 4]) {
    for (const z of [edge * Math.SQRT2 - 1e-12, edge * Math.SQRT2 + 1e-12]) near(normalTail(z), normalCdf(-z), 2e-14);
  }
});
