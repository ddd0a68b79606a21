/** What one look at a gate has come to. */
export type Finding =
  | { readonly state: 'Open' }
  | { readonly state: 'Closed'; readonly message: string }
  /** It could not be evaluated; `owner` can change that. */
  | { readonly state: 'Unknown'; readonly message: string; readonly owner: 'user' | 'cluster' };
