import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { Identification, Marks, RichContent, Text } from "../model/model.ts";
import { richView, textView, type ViewText } from "../view/texts.ts";

const OWN = "quanheng_";

/** Our own tokens of an element, without their prefix. */
export function tokensIn({ refType = "" }: Marks): readonly string[] {
  return refType
    .split(/\s+/)
    .filter((token) => token.startsWith(OWN))
    .map((token) => token.slice(OWN.length));
}

/** Whether an element bears one of our tokens. */
export const bears = (marks: Marks, token: string): boolean => tokensIn(marks).includes(token);

/** What follows in a token that begins so: `verdict-pass` after `verdict-` is `pass`. */
export function tokenAfter(marks: Marks, start: string): string | undefined {
  return tokensIn(marks)
    .find((token) => token.startsWith(start))
    ?.slice(start.length);
}

/** The first of a list with a token. */
export function bearing<One extends Marks>(list: readonly One[] | undefined, token: string): One | undefined {
  return list?.find((one) => bears(one, token));
}

/** The fact after its name in references; undefined where there is none. */
export function factIn(references: readonly string[] | undefined, name: string): string | undefined {
  return references?.find((text) => text.startsWith(`${name} `))?.slice(name.length + 1);
}

/** The value of an identification with a token, or "". */
export function identified(list: readonly Identification[] | undefined, token: string): string {
  return bearing(list, token)?.value ?? "";
}

/** A text in both languages; where a certificate has one of them only, or neither, what it has stands for it. */
export const bilingualOf = (text: Text | undefined): Bilingual => both(text ? textView(text) : {});

/** The same of a longer text. */
export const bilingualRich = (text: RichContent | undefined): Bilingual => both(text ? richView(text) : {});

function both(view: ViewText): Bilingual {
  const [any = ""] = Object.values(view);
  const { zh, en } = view;
  return { zh: zh ?? en ?? any, en: en ?? any };
}
