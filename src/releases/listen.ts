import { langOfDocument } from '../i18n/languages.ts';
import { tellThen } from './tellThen.ts';

/**
 * The only script of a frozen page that hears of later days: it asks for the figure's record, and puts one sentence into
 * a line that is empty and as high as it will be.
 */
const place = document.querySelector<HTMLElement>('[data-then]');
const { figure: name, site: root, frozen: release } = document.body.dataset;
if (place && name !== undefined && root !== undefined && release !== undefined) {
  void tellThen(place, {
    name,
    root: new URL(root, location.href).href,
    release,
    lang: langOfDocument(),
    region: new URLSearchParams(location.search).get('region'),
    isFrozen: true,
    target: '_top',
  });
}
