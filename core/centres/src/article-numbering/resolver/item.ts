/** One link of an identified thing, as a linkset hands it out. @source RFC 9264, 4.2.4; GS1-Conformant resolver 1.2.0 */
export type TargetLink = {
  readonly href: string;
  readonly title: string;
  /** Media type of the target. */
  readonly type?: string | undefined;
  readonly hreflang?: readonly string[] | undefined;
  /** What else tells links of one type apart, usually a market. */
  readonly context?: readonly string[] | undefined;
  /** False keeps the query of the request from the target. */
  readonly fwqs?: boolean | undefined;
};

/** What the resolver knows of one level of a key: relations by their full address. */
export type ResolverItem = {
  /** Key and qualifiers as a path: `/01/09521234543213/10/B2026`. */
  readonly path: string;
  readonly description: string;
  readonly withdrawn: boolean;
  readonly links: Readonly<Record<string, readonly TargetLink[]>>;
};
