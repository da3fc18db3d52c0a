declare module "jsonld" {
  type Loaded = { readonly documentUrl: string; readonly document: unknown };
  type Event = { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
  type Options = {
    readonly documentLoader: (url: string) => Promise<Loaded>;
    readonly eventHandler: (given: { readonly event: Event }) => void;
  };
  const jsonld: { expand(document: unknown, options: Options): Promise<unknown> };
  export default jsonld;
}
