/** What a document may cost before it is refused. */
export type XmlLimits = {
  readonly bytes: number;
  readonly depth: number;
  readonly nodes: number;
  /** Attributes and declarations of one element. */
  readonly attributes: number;
};

/** Room for a certificate with its pictures; a bomb of nesting, attributes or nodes ends long before memory does. */
export const XML_LIMITS: XmlLimits = { bytes: 32 * 1024 * 1024, depth: 128, nodes: 1_000_000, attributes: 128 };
