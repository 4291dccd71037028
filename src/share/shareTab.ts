/** What can be done with a figure, in the order of its buttons. */
export const SHARE_TABS = ['embed', 'download', 'copy', 'cite'] as const;
export type ShareTab = (typeof SHARE_TABS)[number];

export const isShareTab = (text: string | undefined): text is ShareTab => SHARE_TABS.some((tab) => tab === text);
