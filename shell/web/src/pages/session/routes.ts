import { route } from "../../paths.ts";
import { type PageRoute, page } from "../page-route.ts";

export const pages: readonly PageRoute[] = [
  { path: route.signIn, permission: "public", load: page(() => import("./SignInPage.tsx"), "SignInPage") },
  { path: route.security, permission: "session.use", load: page(() => import("./SecurityPage.tsx"), "SecurityPage") },
];
