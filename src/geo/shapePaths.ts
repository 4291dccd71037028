import type { ProvinceShapes } from './shapes.ts';

/** The long strings of the drawing, each with a name of its own. */
function named(shapes: ProvinceShapes, give: (name: string, d: string) => string): ProvinceShapes {
  const { coast, provinces, inset } = shapes;
  return {
    ...shapes,
    coast: give('coast', coast),
    provinces: provinces.map((province) => ({ ...province, d: give(province.id, province.d) })),
    inset: {
      ...inset,
      coast: give('inset-coast', inset.coast),
      land: inset.land.map((land) => ({ ...land, d: give(`inset-${land.id}`, land.d) })),
    },
  };
}

/** The shapes without their path data: small enough to accompany a page that already holds the drawing. */
export const withoutPaths = (shapes: ProvinceShapes): ProvinceShapes => named(shapes, () => '');

/** The part of a page that this needs. */
interface Drawn {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
}

/** Reads the path data back from the drawn map, so that no page carries it twice. */
export const withPathsOf = (drawn: Drawn, shapes: ProvinceShapes): ProvinceShapes =>
  named(shapes, (name, d) => drawn.querySelector(`[data-path="${name}"]`)?.getAttribute('d') ?? d);
