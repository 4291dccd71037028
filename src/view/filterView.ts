/** Controls that hide what is not wanted in a list that is drawn whole. */
export interface FilterView {
  /** Id of the list. */
  readonly list: string;
  readonly label: string;
  /** The choice that hides nothing: “全部”. */
  readonly all: string;
  readonly fields: readonly { readonly key: 'theme' | 'forum' | 'verdict' | 'kind'; readonly label: string; readonly options: readonly { readonly value: string; readonly text: string }[] }[];
  /** Label of the field for words. */
  readonly text: string;
  readonly count: string;
  /** With {k} in place of how many are shown. */
  readonly some: string;
  readonly reset: string;
  readonly failure: string;
}
