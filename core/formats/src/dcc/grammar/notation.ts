import { invariant } from "@quanheng/kernel/refusal.ts";

/** Rules by the name of their type, in the notation that `dcc-newest.ts` explains. */
export type Grammar = Readonly<Record<string, string>>;

/** What may stand inside an element. */
export type Model =
  | { readonly kind: "element"; readonly prefix: string | undefined; readonly local: string; readonly type: string }
  | { readonly kind: "any" }
  | { readonly kind: "sequence"; readonly parts: readonly Model[] }
  | { readonly kind: "choice"; readonly parts: readonly Model[] }
  | { readonly kind: "all"; readonly parts: readonly Model[] }
  | { readonly kind: "repeat"; readonly of: Model; readonly least: 0 | 1; readonly most: 1 | "many" };

export type AttributeRule = { readonly name: string; readonly type: string; readonly required: boolean };

/** The rule of a type that holds elements, or a text with attributes. */
export type ComplexRule = {
  readonly content: Model | undefined;
  /** The type of the text, where the element holds text. */
  readonly text: string | undefined;
  readonly attributes: readonly AttributeRule[];
};

/** Reads one rule of a complex type. */
export function complexRule(rule: string): ComplexRule {
  const [body = "", ...attributes] = rule.split(/(?:^| )@/);
  const text = /^text (\S+)$/.exec(body.trim())?.[1];
  return {
    text,
    content: text !== undefined || body.trim() === "" ? undefined : new ModelReader(body.trim()).whole(),
    attributes: attributes.map(attributeRule),
  };
}

/** Whether a rule is one of values and not of elements. */
export function isSimple(rule: string): boolean {
  return !/^(\(|text |@|$)/.test(rule);
}

function attributeRule(text: string): AttributeRule {
  const equals = text.indexOf("=");
  const required = text.endsWith("!") && !text.includes("=list");
  return {
    name: text.slice(0, equals),
    type: required ? text.slice(equals + 1, -1) : text.slice(equals + 1),
    required,
  };
}

class ModelReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Model {
    const model = this.#particle();
    invariant(this.#at === this.#text.length, `a rule ends where its model ends: ${this.#text}`);
    return model;
  }

  #particle(): Model {
    const model = this.#takes("(") ? this.#group() : this.#named();
    if (this.#takes("?")) return { kind: "repeat", of: model, least: 0, most: 1 };
    if (this.#takes("*")) return { kind: "repeat", of: model, least: 0, most: "many" };
    return this.#takes("+") ? { kind: "repeat", of: model, least: 1, most: "many" } : model;
  }

  #group(): Model {
    const parts = [this.#particle()];
    let kind: "sequence" | "choice" | "all" = "sequence";
    while (!this.#takes(")")) {
      if (this.#takes(" | ")) kind = "choice";
      else if (this.#takes(" & ")) kind = "all";
      else invariant(this.#takes(", "), `parts of a rule are joined: ${this.#text}`);
      parts.push(this.#particle());
    }
    return { kind, parts };
  }

  #named(): Model {
    const found = /^(?:(\w+):)?(\w+)(?:=(\{[^}]*\}|[\w.]+))?/.exec(this.#text.slice(this.#at));
    invariant(found, `a rule names elements: ${this.#text}`);
    this.#at += found[0].length;
    const [, prefix, local = "", type] = found;
    if (local === "ANY") return { kind: "any" };
    return { kind: "element", prefix, local, type: type ?? `${prefix}:${local}` };
  }

  #takes(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }
}
