/** What is being made, and whether that failed. */
export interface Making<Made> {
  /** Null until it is there, and again while it is made anew. */
  readonly made: Made | null;
  readonly isFailed: boolean;
  again(): void;
}

/**
 * Makes something that takes a while, and makes it anew when what `make` reads before its first wait changes; an older
 * answer never takes the place of a newer one. For use while a component is set up.
 */
export function making<Made>(make: () => Promise<Made>): Making<Made> {
  let attempt = $state.raw(0);
  let made = $state.raw<Made | null>(null);
  let isFailed = $state.raw(false);
  $effect(() => {
    void attempt;
    let isOld = false;
    isFailed = false;
    make().then(
      (now) => {
        if (!isOld) made = now;
      },
      (error: unknown) => {
        console.warn(error); // told in words by the panel
        if (!isOld) isFailed = true;
      },
    );
    return () => {
      isOld = true;
      made = null;
    };
  });
  return {
    get made() {
      return made;
    },
    get isFailed() {
      return isFailed;
    },
    again() {
      attempt += 1;
    },
  };
}
