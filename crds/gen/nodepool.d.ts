// Generated from crds/nodepool.ts by `npm run gen`. Do not edit.
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
export declare const validate: ((data: unknown) => boolean) & { readonly errors?: readonly SchemaError[] | null };
