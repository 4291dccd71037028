import { mount, unmount } from 'svelte';
import ShareDialog from '../components/share/ShareDialog.svelte';
import type { shareZh } from '../i18n/share.zh.ts';
import type { Lang } from '../model/text.ts';
import { whenAsChosen } from '../share/asChosen.ts';
import { figureFacts } from '../share/figureFacts.ts';
import { isShareTab } from '../share/shareTab.ts';
import '../theme/shareWindow.css';

async function shareTerms(lang: Lang): Promise<typeof shareZh> {
  return lang === 'zh' ? (await import('../i18n/share.zh.ts')).shareZh : (await import('../i18n/share.en.ts')).shareEn;
}

/** Opens the window of a figure; the keyboard comes back to its button. */
export default async function open(button: HTMLButtonElement): Promise<void> {
  const figure = button.closest<HTMLElement>('.figure');
  const tab = button.value;
  if (!figure || !isShareTab(tab)) return;
  await whenAsChosen(figure);
  const facts = figureFacts(figure);
  const terms = await shareTerms(facts.lang);
  const dialog: ReturnType<typeof mount> = mount(ShareDialog, {
    target: document.body,
    props: {
      facts,
      figure,
      terms,
      tab,
      onclose: () => {
        void unmount(dialog);
        button.focus();
      },
    },
  });
}
