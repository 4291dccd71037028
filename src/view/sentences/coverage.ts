import type { Say } from '../../i18n/say.ts';
import type { Announcement, Connection, Network } from '../../model/coverage.ts';
import { CORPS, type Region } from '../../model/region.ts';
import { limitList, nameList, sentence, unitsText } from './phrases.ts';
import type { Takeaway } from './takeaway.ts';

export interface CoverageFacts {
  readonly networks: readonly Network[];
  readonly connections: readonly Connection[];
  readonly announcements: readonly Announcement[];
  /** The 31 provinces and the Corps. */
  readonly regions: readonly Region[];
}

/** Who is connected to the networks: the provinces that are on all of them, and the Corps apart from them. */
export function coverageTakeaway({ networks, connections, announcements, regions }: CoverageFacts, say: Say): Takeaway {
  const { lang } = say;
  const { sentences } = say.words;
  const isStated = (networkId: string, regionId: string): boolean => connections.some((one) => one.networkId === networkId && one.regionId === regionId && one.connectedBy !== null);
  const provinces = regions.filter(({ id }) => id !== CORPS);
  const onAll = provinces.filter(({ id }) => networks.every((network) => isStated(network.id, id))).length;
  const corpsOn = networks.filter(({ id }) => isStated(id, CORPS)).length;
  const hasCorps = regions.some(({ id }) => id === CORPS);
  const unsaid = networks.map((network) => ({ network, regions: regions.filter(({ id }) => !isStated(network.id, id)) })).filter((one) => one.regions.length > 0);
  const counts = networks.flatMap(({ id, name }) => {
    const last = announcements.filter((one) => one.networkId === id).sort((one, other) => (one.date < other.date ? -1 : 1)).at(-1);
    return last === undefined || last.departments === null ? [] : [sentences.departmentsOf(name[lang], last.departments)];
  });
  const provincesText = unitsText(provinces.length, 'provinces', say);
  const lead = onAll === 0 ? sentences.noneOnAll(networks.length) : onAll === provinces.length ? sentences.networks(provincesText, networks.length) : sentences.networksSome(onAll, provincesText, networks.length);
  return {
    text: sentence([lead, hasCorps ? sentences.corps(corpsOn, networks.length - corpsOn) : ''], say),
    limits: limitList(
      [
        ...unsaid.map((one) => sentences.networkUnsaid(one.network.name[lang], one.regions.length, nameList(one.regions.map(({ short }) => short[lang]), say))),
        sentences.connectedBy,
        ...(counts.length > 1 ? [sentences.departmentsApart(counts.join(say.words.comma))] : []),
      ],
      say,
    ),
    workings: [],
  };
}
