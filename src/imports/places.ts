import { resolveRegion, type RegionIndex } from '../ingest/resolveRegion.ts';
import type { Region, RegionId } from '../model/region.ts';

export type Place =
  | { readonly kind: 'found'; readonly region: RegionId; readonly as: 'itself' | 'oldCode' | 'chinaRegion' | 'oddSpelling' }
  | { readonly kind: 'aggregate' }
  | { readonly kind: 'notInAtlas' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'contradiction'; readonly meant: RegionId };

/** Codes that the World Bank used before ISO's: Andorra, DR Congo, Romania, Timor-Leste, and others of the same years. */
const OLD_CODES: Readonly<Record<string, RegionId>> = { ADO: 'AND', ZAR: 'COD', ROM: 'ROU', TMP: 'TLS' };

/** Regions of China that statistics of countries list beside them: they are provinces' equals here, and no countries. */
const CHINA_REGIONS: Readonly<Record<string, RegionId>> = { TWN: '710000', HKG: '810000', MAC: '820000' };

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Sums and means in files of the World Bank and the OECD, by their codes. */
const AGGREGATES = words(`AFE AFW AFR ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX LAC LCN LDC LIC LMC LMY LTE MEA MIC MNA NAC NAF
  NOC OEC OED OSS PRE PSS PST SAS SSA SSF SST SXZ TEA TEC TLA TMN TSA TSS UMC WLD XZN AFA AFM BEA BEC BHI BLA BMN BSS CAA CEA CEU CLA CME CSA DEA DEC DLA DMN DNS DSA DSF DSS MNA NRS NLS RRS
  OECD OECD_REP OECD_TOTAL OECDE OAVG EU EUPLUS EA E19 E20 BRIICS NMEC WXOECD W A E OWID_WRL OWID_AFR OWID_ASI OWID_EUR OWID_NAM OWID_OCE OWID_SAM OWID_EUN OWID_HIC OWID_LIC OWID_LMC OWID_UMC OWID_EU27`);
const AGGREGATE_FORM = /^(?:OECD_|EU\d\d|EA\d\d|G-?\d+$|WB_|UNSDG|UNM49|W\d+$|ASEAN|APEC|_T$)/;

/** Places with a code that are no Member States, and states that are no more. */
const NOT_HERE = words(`ABW AIA ALA ANT ASM ATA ATF BES BLM BMU BVT CCK CHI COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HMD IMN IMY IOT JEY KSV MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PSE
  PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VAT VGB VIR WBG WLF XKX XKO KOS SCG YUG SUN CSK DDR`);

/**
 * The region that a code means, with the name beside it as a check.
 *
 * @param name Empty: there is none.
 */
export function placeOfCode(code: string, name: string, index: RegionIndex): Place {
  const upper = code.toUpperCase();
  const china = CHINA_REGIONS[upper];
  const old = OLD_CODES[upper];
  const region = china ?? old ?? (index.ids.has(code) ? code : index.ids.has(upper) ? upper : undefined);
  if (region === undefined || !index.ids.has(region)) {
    if (NOT_HERE.has(upper) || china !== undefined) return { kind: 'notInAtlas' };
    if (upper.startsWith('OWID_') && !AGGREGATES.has(upper)) return { kind: 'notInAtlas' };
    if (AGGREGATES.has(upper) || AGGREGATE_FORM.test(upper)) return { kind: 'aggregate' };
    return { kind: 'unknown' };
  }
  const named = name === '' ? null : resolveRegion(name, index);
  if (named?.kind === 'found' && named.regionId !== region) return { kind: 'contradiction', meant: named.regionId };
  return { kind: 'found', region, as: china !== undefined ? 'chinaRegion' : old !== undefined ? 'oldCode' : 'itself' };
}

/**
 * Spellings of downloads that aliases.csv does not have. A name means a country here: “China” is CHN, not the nation of
 * the provinces' tables.
 */
const SPELLINGS: Readonly<Record<string, RegionId>> = { 'Georgia (Country)': 'GEO' };

export function placeOfName(name: string, index: RegionIndex, regions: readonly Region[]): Place {
  const own = SPELLINGS[name];
  if (own !== undefined && index.ids.has(own)) return { kind: 'found', region: own, as: 'oddSpelling' };
  const resolved = resolveRegion(name, index);
  const candidates = resolved.kind === 'ambiguous' ? resolved.candidates : resolved.kind === 'found' ? [resolved.regionId] : [];
  const countries = candidates.filter((id) => regions.some((region) => region.id === id && region.level === 'country'));
  const [only] = countries;
  if (only !== undefined && countries.length === 1) return { kind: 'found', region: only, as: 'itself' };
  const [region] = candidates;
  const isHmt = region !== undefined && regions.some(({ id, group }) => id === region && group === 'hmt');
  if (candidates.length === 1 && region !== undefined) return { kind: 'found', region, as: isHmt ? 'chinaRegion' : 'itself' };
  return { kind: 'unknown' };
}
