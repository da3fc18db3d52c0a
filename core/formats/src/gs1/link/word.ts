/** Words that addresses had in place of identifiers until version 1.2 of the syntax. */
const IDENTIFIER_OF: Readonly<Record<string, string>> = {
  sscc: "00",
  gtin: "01",
  cpv: "22",
  lot: "10",
  ser: "21",
  gdti: "253",
  gcn: "255",
  ginc: "401",
  gsin: "402",
  gln: "414",
  party: "417",
  glnx: "254",
  payto: "415",
  refno: "8020",
  grai: "8003",
  giai: "8004",
  itip: "8006",
  cpid: "8010",
  cpsn: "8011",
  gmn: "8013",
  gsrnp: "8017",
  gsrn: "8018",
  srin: "8019",
  exp: "17",
};

/**
 * The identifier that a word of the former syntax stands for.
 *
 * @source GS1 Digital Link URI syntax 1.2, 4.3; withdrawn in 1.3.0
 * @example identifierOfWord("gtin") // → "01"
 */
export function identifierOfWord(word: string): string | undefined {
  return Object.hasOwn(IDENTIFIER_OF, word) ? IDENTIFIER_OF[word] : undefined;
}
