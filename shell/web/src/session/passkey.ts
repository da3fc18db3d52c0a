import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";

/** The browser's side of passkeys: their ceremony is intricate, so the sign-in library's own client performs it. */
export const passkeys = createAuthClient({ basePath: "/api/auth", plugins: [passkeyClient()] });
