/** Whether this browser offers passkeys at this address: they need https or localhost, and a name instead of a number. */
export function passkeysOffered(): boolean {
  return globalThis.isSecureContext && "PublicKeyCredential" in globalThis && !/^[\d.]+$|:/.test(location.hostname);
}
