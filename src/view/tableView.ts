/** A table as it is read: finished texts, in order. */
export interface TableView {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean; readonly head?: boolean; readonly tight?: boolean; readonly keep?: boolean }[];
  readonly rows: readonly { readonly key: string; /** Where links into the page lead. */ readonly id?: string; readonly cells: readonly { readonly text: string; readonly href?: string }[] }[];
}
