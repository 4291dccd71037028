/** A language that `data/languages/` adds: its BCP 47 tag, which is the folder of its pages, and its own name for itself. */
export interface LanguageName {
  readonly tag: string;
  readonly name: string;
}
