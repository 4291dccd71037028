import { readData360 } from './data360.ts';
import { readDatapackage } from './datapackage.ts';
import { readEgovkb } from './egovkb.ts';
import { readGovtech } from './govtech.ts';
import type { Importer, Kind } from './model.ts';
import { readNbs } from './nbs.ts';
import { readOecd } from './oecd.ts';
import { readOwid } from './owid.ts';
import { readWorldbank } from './worldbank.ts';

/** Who reads which kind. */
export const READERS: Readonly<Record<Kind, Importer>> = { egovkb: readEgovkb, nbs: readNbs, data360: readData360, worldbank: readWorldbank, oecd: readOecd, govtech: readGovtech, datapackage: readDatapackage, owid: readOwid };
