import { BlockList, isIP } from "node:net";

/** Networks that no address of the public internet lies in. */
const BLOCKED: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
];
/** The only block of IPv6 that is given out, and what in it leads elsewhere: Teredo, ORCHID, documentation, 6to4. */
const GIVEN_OUT: readonly [string, number] = ["2000::", 3];
const ELSEWHERE: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const blocked = new BlockList();
for (const [network, bits, family] of BLOCKED) blocked.addSubnet(network, bits, family);
const givenOut = new BlockList();
givenOut.addSubnet(...GIVEN_OUT, "ipv6");
const elsewhere = new BlockList();
for (const [network, bits] of ELSEWHERE) elsewhere.addSubnet(network, bits, "ipv6");

/**
 * Whether a numeric address is one of the public internet, and not of this machine, its network or a cloud's own services.
 *
 * @source IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890; recalled)
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  // An IPv4 address in the clothes of IPv6 (::ffff:127.0.0.1) is in no block that is given out.
  return family === 6 && givenOut.check(address, "ipv6") && !elsewhere.check(address, "ipv6");
}
