import type { Bilingual } from "@quanheng/kernel/bilingual.ts";

/** Keys that this resolver answers for: every primary key there is. */
export const PRIMARY_KEYS = [
  ...["00", "01", "253", "255", "401", "402", "414", "415", "417"],
  ...["8003", "8004", "8006", "8010", "8013", "8017", "8018"],
] as const;

const NAME: Bilingual = { zh: "权衡 GS1 解析服务", en: "Quanheng GS1 resolver" };

export const LINKSET_CONTEXT_PATH = "/ns/linkset/v1";

/**
 * What this resolver is, for other resolvers and for software.
 *
 * @source GS1-Conformant resolver 1.2.0, resolver description file
 */
export function resolverDescription(origin: string): Readonly<Record<string, unknown>> {
  return {
    name: `${NAME.zh} ${NAME.en}`,
    resolverRoot: origin,
    supportedPrimaryKeys: [...PRIMARY_KEYS],
    supportedLinkType: [{ namespace: "https://ref.gs1.org/voc/", prefix: "gs1:" }],
    supportedContextValuesEnumerated: [],
    linkTypeDefaultCanBeLinkset: true,
    jsonldContext: `${origin}${LINKSET_CONTEXT_PATH}`,
  };
}
