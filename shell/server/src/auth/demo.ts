/** The one password of every person of the demonstration cluster. It is shown on the sign-in page and protects nothing. */
export const DEMO_PASSWORD = "quanheng-demo";
