import type { offlineZh } from './offline.zh.ts';

export const offlineEn: typeof offlineZh = {
  title: 'This page is not kept offline',
  siteName: 'E-Gov Atlas',
  lead: 'There is no network, and this page has not been opened on this machine before, so no copy of it is here.',
  advice: 'Try again when the network is back. The big screen and the pages you have seen open without it.',
  retry: 'Try again',
  wall: 'Open the big screen',
};
