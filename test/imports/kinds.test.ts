import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportFile } from '../../src/imports/model.ts';
import { faultsOf, idsOf, leftOf, linesOf, read, sample, text } from './support.ts';

/** Sheets of cells as a workbook. */
function book(name: string, sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): ImportFile {
  const made = utils.book_new();
  for (const [sheet, rows] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
  const bytes: ArrayBuffer = write(made, { type: 'array', bookType: 'xlsx' });
  return { name, bytes: new Uint8Array(bytes) };
}

describe('National Bureau of Statistics', () => {
  test('a table by province in GB18030: titles and notes are told, the empty year is told, nothing is 0', async () => {
    const imported = await read('nbs', [sample('nbs_province_gb18030.csv')]);
    expect(imported.tables).toMatchObject([{ title: '示例指标', unit: '万户', expected: 'provinces' }]);
    expect(linesOf(imported, 'nbs').slice(0, 2)).toEqual(['110000 2023 11.1', '110000 2022 10.2']);
    expect(imported.account.figures).toEqual({ inFiles: 15, carried: 12, leftOut: 3 });
    expect(leftOf(imported, 'blank')).toEqual(['示例指标 3']);
    expect(leftOf(imported, 'preamble')).toEqual(['0']);
    expect(leftOf(imported, 'note')).toEqual(['0']);
    expect(imported.account.told).toMatchObject([{ kind: 'encoding', args: { encoding: 'gb18030' } }]);
  });

  test('many indicators with tabs before commas: a table each, their units out of the brackets, once the region is said', async () => {
    const asked = await read('nbs', [sample('nbs_indicator_utf8bom_tab.csv')]);
    expect(asked.questions).toMatchObject([{ kind: 'region' }]);
    const imported = await read('nbs', [sample('nbs_indicator_utf8bom_tab.csv')], { region: '440000' });
    expect(imported.tables.map(({ title, unit }) => [title, unit])).toEqual([['示例指标', '亿元'], ['示例指标乙', '亿元']]);
    expect(linesOf(imported, 'nbs')).toEqual(['440000 2024 8.49', '440000 2023 7.25', '440000 2022 7.15']);
    expect(linesOf(imported, 'nbs-2')).toEqual(['440000 2023 5.81', '440000 2022 5.29']);
    expect(leftOf(imported, 'blank')).toEqual(['示例指标乙 1']);
  });

  test('saved again without its titles it no longer says what it is: it is asked', async () => {
    expect((await read('nbs', [sample('nbs_province_resaved_excel_gb18030.csv')])).questions).toMatchObject([{ kind: 'measure' }]);
    const imported = await read('nbs', [sample('nbs_province_resaved_excel_gb18030.csv')], { measure: '示例指标(亿元)' });
    expect(imported.tables).toMatchObject([{ title: '示例指标', unit: '亿元' }]);
    expect(linesOf(imported, 'nbs')).toEqual(['110000 2023 11.1', '120000 2023 12.1']);
    expect(imported.facts.sources).toMatchObject([{ publisher: '国家统计局' }]);
  });

  test('a workbook of the nation, zeros at the end kept, an indicator of the site known by its name', async () => {
    const file = book('年度数据.xlsx', { Sheet1: [['数据库：年度数据'], ['时间：2023年-2024年'], ['指标', '2024年', '2023年'], ['示例指标(万人)', '', '12.50'], ['地区生产总值(亿元)', '100.0', '90.1'], ['居民消费价格指数(上年=100)', '100.2', '100.1'], ['注：1. 示例,说明。'], ['数据来源：国家统计局']] });
    const imported = await read('nbs', [file]);
    expect(imported.faults).toEqual([]);
    expect(idsOf(imported)).toEqual(['nbs', 'gdp', 'nbs-2']);
    expect(linesOf(imported, 'nbs')).toEqual(['100000 2023 12.50']);
    expect(linesOf(imported, 'gdp')).toEqual(['100000 2024 100.0', '100000 2023 90.1']);
    expect(imported.tables[2]).toMatchObject({ title: '居民消费价格指数(上年=100)', unit: '' });
  });
});

describe('World Bank Data360', () => {
  test('long and wide: the code in full, decimals as printed, blanks told', async () => {
    expect(linesOf(await read('data360', [sample('data360_long.csv')]), 'un-egdi')).toEqual(['CHN 2022 0.1234']);
    const wide = await read('data360', [sample('data360_wide_widef.csv')]);
    expect(linesOf(wide, 'un-egdi')).toEqual(['CHN 2018 0.1', 'CHN 2020 0.2', 'CHN 2022 0.3', 'KOR 2018 0.4', 'KOR 2022 0.6']);
    expect(wide.account.figures).toEqual({ inFiles: 6, carried: 5, leftOut: 1 });
  });

  test('the API’s JSON: a number keeps its zeros, a sum of countries is told', async () => {
    const imported = await read('data360', [text('data.json', '{"count": 3, "value": [{"REF_AREA":"CHN","INDICATOR":"TOY_X","TIME_PERIOD":"2022","OBS_VALUE":"0.50"},{"REF_AREA":"KOR","INDICATOR":"TOY_X","TIME_PERIOD":2022,"OBS_VALUE":0.10},{"REF_AREA":"WLD","INDICATOR":"TOY_X","TIME_PERIOD":"2022","OBS_VALUE":"0.30"}]}')]);
    expect(linesOf(imported, 'toy-x')).toEqual(['CHN 2022 0.50', 'KOR 2022 0.10']);
    expect(leftOf(imported, 'aggregate')).toEqual(['WLD 1']);
  });

  test('whether a 0 of the UN’s index is a gap, this copy doesn’t say: it is asked', async () => {
    const file = text('wide.csv', 'REF_AREA,INDICATOR,2003,2022\nTUV,UN_EGDI_EGDI,0,0.4\n');
    expect((await read('data360', [file])).questions).toMatchObject([{ kind: 'zero', args: { count: 1 } }]);
    expect(linesOf(await read('data360', [file], { zero: { '': 'missing' } }), 'un-egdi')).toEqual(['TUV 2003 notPublished', 'TUV 2022 0.4']);
  });

  test('dimensions that differ make series, and columns may stand in any order', async () => {
    const imported = await read('data360', [text('long.csv', 'OBS_VALUE,TIME_PERIOD,SEX,SEX_LABEL,REF_AREA,INDICATOR,DATABASE_ID,UNIT_MEASURE\n1.0,2022,F,Female,CHN,TOY,DB,PT\n2.0,2022,M,Male,CHN,TOY,DB,PT\n')]);
    // Behind the figures a column may be anything: two figures for one cell are never merged.
    expect(imported.faults).toMatchObject([{ kind: 'twoFigures' }]);
  });
});

describe('World Bank API', () => {
  const head = '\uFEFF"Data Source","World Development Indicators",\n\n"Last Updated Date","2026-07-01",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2022","2023",\n';
  const file = (...rows: readonly string[]) => text('API_toy.csv', `${head}${rows.join('\n')}\n`);

  test('sums beside countries, blanks, and what stands above the table', async () => {
    const imported = await read('worldbank', [sample('worldbank_api_wide.csv')]);
    expect(linesOf(imported, 'xx-exa-mple')).toEqual(['CHN 2022 1.5', 'CHN 2023 2.5']);
    expect(leftOf(imported, 'aggregate')).toEqual(['WLD World 2']);
    expect(imported.facts).toMatchObject({ edition: '2026-07-01', titleEn: 'World Development Indicators' });
  });

  test('Hong Kong, Macao and Taiwan are regions of China and no countries; Kosovo is not of the 193', async () => {
    const imported = await read('worldbank', [file('"Hong Kong SAR, China","HKG","Toys","TOY","1","2",', '"Macao SAR, China","MAC","Toys","TOY","3","4",', '"Kosovo","XKX","Toys","TOY","5","",')]);
    expect(linesOf(imported, 'toy')).toEqual(['810000 2022 1', '810000 2023 2', '820000 2022 3', '820000 2023 4']);
    expect(imported.account.told).toMatchObject([{ kind: 'chinaRegion', args: { found: 'HKG', region: '810000' } }, { kind: 'chinaRegion', args: { found: 'MAC', region: '820000' } }]);
    expect(leftOf(imported, 'notInAtlas')).toEqual(['XKX Kosovo 1']);
  });

  test('large numbers are written out from their text, and a sign is no 0', async () => {
    const imported = await read('worldbank', [file('"China","CHN","Toys","TOY","1.7963170521079E+13","..",')]);
    expect(linesOf(imported, 'toy')).toEqual(['CHN 2022 17963170521079']);
    expect(leftOf(imported, 'absenceSign')).toEqual(['.. 1']);
  });

  test('a code that nobody knows stops, unless the metadata beside it says that it is no country', async () => {
    const rows = file('"China","CHN","Toys","TOY","1","2",', '"Toyland group","TYG","Toys","TOY","1","2",');
    expect((await read('worldbank', [rows])).questions).toMatchObject([{ kind: 'regions', args: { names: [{ name: 'TYG Toyland group' }] } }]);
    const metadata = text('Metadata_Country_API_toy.csv', '"Country Code","Region","IncomeGroup","SpecialNotes","TableName",\n"CHN","East Asia & Pacific","Upper middle income","","China",\n"TYG","","","A group","Toyland group",\n');
    expect(leftOf(await read('worldbank', [rows, metadata]), 'aggregate')).toEqual(['TYG Toyland group 2']);
  });

  test('a code beside the name of another country is a fault', async () => {
    expect(faultsOf(await read('worldbank', [file('"France","CHN","Toys","TOY","1","2",')]))).toEqual(['codeAndName API_toy.csv:6:2']);
  });
});

describe('OECD', () => {
  test('labels beside the codes; the average of the members is told', async () => {
    const imported = await read('oecd', [sample('oecd_sdmx_csvfilewithlabels.csv')]);
    expect(imported.tables).toMatchObject([{ id: 'dg', title: 'Digital government', unit: 'Index' }]);
    expect(linesOf(imported, 'dg')).toEqual(['KOR 2022 0.93']);
    expect(leftOf(imported, 'aggregate')).toEqual(['OECD_REP OECD average country 1']);
    expect(leftOf(imported, 'constantColumn')).toEqual(['SECTOR = _Z 0', 'EDITION = 2025 0', 'CATEGORY = DGOGD 0']);
  });

  test('codes alone; editions that differ are series; quarters and deleted rows are told; a missing figure keeps its reason', async () => {
    const imported = await read('oecd', [text('toy.csv', [
      'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,MEASURE,EDITION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT',
      'DATAFLOW,OECD:DF_TOY(1.0),I,A,KOR,TOY,2023,IX,2022,0.90,A,0',
      'DATAFLOW,OECD:DF_TOY(1.0),I,A,KOR,TOY,2025,IX,2022,0.91,P,0',
      'DATAFLOW,OECD:DF_TOY(1.0),I,A,JPN,TOY,2025,IX,2022,,Q,0',
      'DATAFLOW,OECD:DF_TOY(1.0),I,A,JPN,TOY,2025,IX,2021,,A,0',
      'DATAFLOW,OECD:DF_TOY(1.0),I,Q,JPN,TOY,2025,IX,2022-Q1,0.1,A,0',
      'DATAFLOW,OECD:DF_TOY(1.0),D,A,FRA,TOY,2025,IX,2022,0.5,A,0',
      'DATAFLOW,OECD:DF_TOY(1.0),I,A,FRA,TOY,2025,IX,2021,0.4,B,0',
    ].join('\r\n'))]);
    expect(linesOf(imported, 'toy')).toEqual(['2023 KOR 2022 0.90', '2025 KOR 2022 0.91', '2025 JPN 2022 suppressed', '2025 FRA 2021 0.4']);
    expect(imported.tables[0]?.rows[1]?.cells.status).toBe('provisional');
    expect(leftOf(imported, 'periodNotCarried')).toEqual(['2022-Q1 1']);
    expect(leftOf(imported, 'deletedRow')).toEqual(['1']);
    expect(leftOf(imported, 'flagNotCarried')).toEqual(['OBS_STATUS B 0']);
    expect(leftOf(imported, 'blank')).toEqual(['1']);
  });

  test('code and label in one cell', async () => {
    const imported = await read('oecd', [text('toy.csv', 'DATAFLOW,REF_AREA: Reference area,MEASURE: Measure,TIME_PERIOD: Time period,OBS_VALUE\nOECD:DF(1.0),KOR: Korea,TOY: Toys,2022,1.50\n')]);
    expect(imported.tables).toMatchObject([{ id: 'toy', title: 'Toys' }]);
    expect(linesOf(imported, 'toy')).toEqual(['KOR 2022 1.50']);
  });
});

describe('GovTech', () => {
  test('the copy as CSV: old codes, places that are not of the 193, summary lines', async () => {
    const imported = await read('govtech', [sample('gtmi_groups.csv')]);
    expect(linesOf(imported, 'gtmi')).toEqual(['ROU 2020 0.6', 'CHN 2022 0.6']);
    expect(imported.tables[0]?.rows[0]?.cells.band).toBe('B');
    expect(leftOf(imported, 'notInAtlas')).toEqual(['KSV Kosovo 5']);
    expect(leftOf(imported, 'summaryRow')).toEqual(['0']);
  });

  const rows = [['GTMI 2020'], ['Code', 'Economy', 'Grp', 'GTMI', 'CGSI', 'PSDI', 'CEI', 'GTEI', '', 'Code', 'GTMI 2022'], ['ADO', 'Andorra', 'C', 0.412, 0.5, '..', 0.25, 0.1, '', 'AND', 0.5], ['WBG', 'West Bank and Gaza', 'D', 0.1, 0.1, 0.1, 0.1, 0.1], [0.75, 'A', 80]];
  test('the workbook: the table alone, the year by the file’s name, other sheets and the block beside it told', async () => {
    const imported = await read('govtech', [book('wbg_dgss-dataset_december2020.xlsx', { Cover: [['Title']], GTMI: rows })]);
    expect(imported.faults).toEqual([]);
    expect(linesOf(imported, 'gtmi')).toEqual(['AND 2020 0.412']);
    expect(linesOf(imported, 'gtmi-dcei')).toEqual(['AND 2020 0.25']);
    expect(linesOf(imported, 'gtmi-psdi')).toEqual([]);
    expect(leftOf(imported, 'absenceSign')).toEqual(['.. 1']);
    expect(leftOf(imported, 'sheetNotCarried')).toEqual(['Cover 0']);
    expect(leftOf(imported, 'columnNotCarried')).toEqual(['Code 0', 'GTMI 2022 0']);
    expect(imported.account.told.map(({ kind }) => kind)).toEqual(['periodFromName', 'oldColumn', 'oldCode']);
  });

  test('a workbook that tells no year: it is asked', async () => {
    expect((await read('govtech', [book('gtmi.xlsx', { GTMI: rows })])).questions).toMatchObject([{ kind: 'period' }]);
    expect(linesOf(await read('govtech', [book('gtmi.xlsx', { GTMI: rows })], { period: '2020' }), 'gtmi')).toEqual(['AND 2020 0.412']);
  });
});

describe('Our World in Data', () => {
  const metadata = text('toys.metadata.json', JSON.stringify({ chart: { title: 'Toys by country' }, columns: { 'Toys per child': { titleShort: 'Toys', titleLong: 'Toys per child', unit: 'toys', shortName: 'toys_per_child', citationShort: 'Toy Office (2024)', lastUpdated: '2024-05-06' } } }));

  test('long names: continents, former states and words are told; the metadata gives title, unit and publisher', async () => {
    const imported = await read('owid', [text('toys.csv', 'Entity,Code,Year,Toys per child,World region according to OWID\nChina,CHN,2020,1.50,Asia\nAfrica,,2020,3,\nWorld,OWID_WRL,2020,4,\nUSSR,OWID_USS,1980,5,\nFrance,FRA,-500,6,Europe\nFrance,FRA,2020,,Europe\n'), metadata]);
    expect(imported.faults).toEqual([]);
    expect(imported.tables).toMatchObject([{ id: 'toys-per-child', title: 'Toys per child', unit: 'toys' }]);
    expect(linesOf(imported, 'toys-per-child')).toEqual(['CHN 2020 1.50']);
    expect(leftOf(imported, 'aggregate')).toEqual(['Africa 1', 'OWID_WRL World 1']);
    expect(leftOf(imported, 'notInAtlas')).toEqual(['OWID_USS USSR 1']);
    expect(leftOf(imported, 'periodNotCarried')).toEqual(['-500 1']);
    expect(imported.facts.sources).toMatchObject([{ publisher: 'Toy Office (2024)', published: '2024-05-06' }]);
  });

  test('the newer short names', async () => {
    const imported = await read('owid', [text('toys.csv', 'entity,code,year,toys_per_child\nChina,CHN,2020,1.50\n'), metadata]);
    expect(imported.tables).toMatchObject([{ id: 'toys-per-child', title: 'Toys per child' }]);
  });
});

test.each([
  ['egovkb', 'egovkb_2010_missing_as_zero.csv'], ['nbs', 'nbs_province_gb18030.csv'], ['nbs', 'nbs_indicator_utf8bom_tab.csv'], ['data360', 'data360_long.csv'], ['data360', 'data360_wide_widef.csv'],
  ['worldbank', 'worldbank_api_wide.csv'], ['oecd', 'oecd_sdmx_csvfilewithlabels.csv'], ['govtech', 'gtmi_groups.csv'],
] as const)('a file of %s (%s) that is called another kind is refused with its own', async (kind, name) => {
  const wrong = kind === 'nbs' ? 'worldbank' : 'nbs';
  expect((await read(wrong, [sample(name)])).faults).toMatchObject([{ kind: 'wrongKind', args: { wanted: wrong, looksLike: kind } }]);
});

test.each(['egovkb', 'nbs', 'data360', 'worldbank', 'oecd', 'govtech', 'owid'] as const)('%s: an empty file and a picture are refused, not read as nothing', async (kind) => {
  expect(faultsOf(await read(kind, [text('toys.csv', ' \n')]))).toContain('emptyFile toys.csv');
  expect(faultsOf(await read(kind, [{ name: 'toys.csv', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) }]))[0]).toMatch(/^unreadable/);
});
