/** What a note to a citation tells beside its own fields. */
export interface NoteFacts {
  readonly credit: string;
  readonly release: string | null;
  readonly issued: string | null;
  readonly accessed: string;
}

/** Words of citing a figure. */
export const citeZh = {
  lead: '每一种都带着现在的选择、版本和引用日期；点“复制”即可粘贴。',
  copy: '复制',
  copyLabel: (name: string) => `复制：${name}`,
  copied: (name: string) => `已复制：${name}`,
  copyRefused: '浏览器不允许复制。请选中上面的文字，用键盘复制。',
  download: (ending: string) => `下载 .${ending}`,
  saved: (file: string) => `已交给浏览器保存：${file}`,
  saveRefused: '浏览器没有接收这个文件。可以改用“复制”。',
  inApp: '微信里不能保存文件，请改用“复制”。',
  forms: {
    gbt: 'GB/T 7714—2015',
    apa: 'APA第7版',
    apaInText: 'APA第7版，正文中',
    sentence: '带来源的一句话',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    ris: 'RIS',
  },
  notes: {
    gbt: '标识DS/OL：联机数据集。责任者是本站，数据的发布机构列在题名之后。',
    apa: 'APA的用语是英文；写英文文章，请在English页复制，题名也是英文。',
    csl: 'Zotero、Pandoc等用。',
    ris: 'EndNote、NoteExpress等用。',
  },
  /** In the citations themselves. */
  said: {
    noDate: '日期不详',
    /** Other responsible parties, as in “某某, 译”. */
    dataFrom: (credit: string) => `${credit}, 数据来源`,
    edition: (release: string) => `${release}版`,
    note: ({ credit, release, issued, accessed }: NoteFacts) =>
      [credit === '' ? '' : `数据来源：${credit}`, issued === null ? '数据日期不详' : `数据读取至${issued}`, release === null ? '' : `版本${release}`, `引用日期${accessed}`].filter(Boolean).join('；'),
    sentence: ({ told, maker, credit, release, issued, accessed, address }: NoteFacts & { readonly told: string; readonly maker: string; readonly address: string }) =>
      `${told}（${[credit === '' ? '' : `来源：${credit}`, `${maker}制图，数据${issued === null ? '日期不详' : `读取至${issued}`}${release === null ? '' : `，版本${release}`}，${accessed}引用`].filter(Boolean).join('；')}）${address}`,
  },
};
